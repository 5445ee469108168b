package karyalay;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The whole schema in one file, so that a migration's effect is read with the change.
@KaryalayTest
class SchemaGoldenTest {
  @Autowired JdbcClient db;

  @Test
  void the_schema_is_the_one_written_down() throws IOException {
    var lines =
        db.sql(
                """
                SELECT format('%s.%s %s %s%s', n.nspname, c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
                              CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END)
                FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                WHERE c.relkind IN ('r', 'v') AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'public')
                  AND n.nspname NOT LIKE 'pg_%'
                UNION ALL
                SELECT 'index ' || indexdef FROM pg_indexes
                WHERE schemaname NOT IN ('pg_catalog', 'information_schema', 'public', 'pg_toast')
                UNION ALL
                SELECT format('constraint %s.%s %s', n.nspname, r.relname, pg_get_constraintdef(c.oid))
                FROM pg_constraint c JOIN pg_class r ON r.oid = c.conrelid
                JOIN pg_namespace n ON n.oid = r.relnamespace
                WHERE c.contype IN ('c', 'f') AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'public')
                UNION ALL
                SELECT format('app may %s %s.%s', string_agg(privilege_type, ',' ORDER BY privilege_type),
                              table_schema, table_name)
                FROM information_schema.role_table_grants
                WHERE grantee = 'karyalay_app' AND table_schema <> 'public' GROUP BY table_schema, table_name
                ORDER BY 1
                """)
            .query(String.class)
            .list();
    Golden.compare("schema.txt", String.join("\n", lines) + "\n");
  }
}
