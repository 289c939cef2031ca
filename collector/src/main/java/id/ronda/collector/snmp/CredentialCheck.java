package id.ronda.collector.snmp;

import id.ronda.kernel.http.FieldError;
import java.util.List;

/** What becomes of credentials given from outside. */
public sealed interface CredentialCheck {
    /** They make sense together. Whether the device knows them is another matter. */
    record Accepted(SnmpCredential credential) implements CredentialCheck {}

    /** They do not; every wrong field is named once. */
    record Refused(List<FieldError> errors) implements CredentialCheck {}
}
