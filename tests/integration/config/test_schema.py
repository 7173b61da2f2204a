"""The database a test is given, and the schema it finds there."""

from django.db.backends.base.base import BaseDatabaseWrapper


def test_a_test_gets_a_migrated_database_of_its_own(database: BaseDatabaseWrapper) -> None:
    with database.cursor() as cursor:
        cursor.execute("SELECT current_database()")
        assert cursor.fetchone()[0].startswith("leadport_")
        assert "django_migrations" in database.introspection.table_names(cursor)
