package karyalay.database;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// What Spring must know of the database: the program connects as `karyalay_app`, which cannot
/// change a ledger entry; Flyway migrates as the owner.
public final class DatabaseProperties {
  private DatabaseProperties() {}

  public static Map<String, Object> of(Connections connections, Path data) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("spring.datasource.url", connections.poolUrl());
    properties.put("spring.datasource.username", Connections.APP);
    properties.put("spring.datasource.password", connections.appPassword());
    properties.put("spring.flyway.url", connections.url());
    properties.put("spring.flyway.user", Connections.OWNER);
    properties.put("spring.flyway.password", connections.ownerPassword());
    properties.put("karyalay.data", data.toAbsolutePath().toString());
    return properties;
  }
}
