"""Keys between tables, and the triggers that guard what Django's constraints cannot say."""

from django.db import migrations

from leadport.store.statements import schema_sql


class Migration(migrations.Migration):
    """Run the files of sql/schema; a later change gets a file and a migration of its own."""

    dependencies = [("store", "0001_initial")]

    operations = [
        migrations.RunSQL(schema_sql(name)) for name in ("references", "links", "removal", "lasting")
    ]
