-- Foreign keys between tables of the same account. Each carries account_id, so a reference across accounts is
-- impossible. Only tables that stay small have them: on the tables an import fills they are checked row by row, which
-- costs more than writing the row (ADR 0001); those are guarded by set in links.sql.

-- A tag's category is one of its own account. A category that still has tags cannot be deleted.
ALTER TABLE tag ADD CONSTRAINT tag_in_category
    FOREIGN KEY (account_id, category_id) REFERENCES tag_category (account_id, id);

-- A step belongs to a sequence of its own account and goes with it.
ALTER TABLE step ADD CONSTRAINT step_of_sequence
    FOREIGN KEY (account_id, sequence_id) REFERENCES sequence (account_id, id) ON DELETE CASCADE;

-- The ledger and the outcomes belong to an import and go with it.
ALTER TABLE import_chunk ADD CONSTRAINT import_chunk_of_import
    FOREIGN KEY (account_id, import_id) REFERENCES lead_import (account_id, id) ON DELETE CASCADE;
ALTER TABLE import_outcome ADD CONSTRAINT import_outcome_of_import
    FOREIGN KEY (account_id, import_id) REFERENCES lead_import (account_id, id) ON DELETE CASCADE;

-- What an import made says so for as long as the import is known.
ALTER TABLE list ADD CONSTRAINT list_made_by_import
    FOREIGN KEY (account_id, import_id) REFERENCES lead_import (account_id, id) ON DELETE SET NULL (import_id);
ALTER TABLE tag_category ADD CONSTRAINT tag_category_made_by_import
    FOREIGN KEY (account_id, import_id) REFERENCES lead_import (account_id, id) ON DELETE SET NULL (import_id);
ALTER TABLE tag ADD CONSTRAINT tag_made_by_import
    FOREIGN KEY (account_id, import_id) REFERENCES lead_import (account_id, id) ON DELETE SET NULL (import_id);
ALTER TABLE sequence ADD CONSTRAINT sequence_made_by_import
    FOREIGN KEY (account_id, import_id) REFERENCES lead_import (account_id, id) ON DELETE SET NULL (import_id);
ALTER TABLE step ADD CONSTRAINT step_made_by_import
    FOREIGN KEY (account_id, import_id) REFERENCES lead_import (account_id, id) ON DELETE SET NULL (import_id);
ALTER TABLE field ADD CONSTRAINT field_made_by_import
    FOREIGN KEY (account_id, import_id) REFERENCES lead_import (account_id, id) ON DELETE SET NULL (import_id);
