package id.ronda.dashboards.people;

import id.ronda.identity.Right;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Rights that belong together, so that a long list of them can be read. */
public enum RightGroup {
    MONITORING("device|series|alert|rule"),
    ASSETS("asset|renewal"),
    INCIDENTS("incident|evidence"),
    PEOPLE("audit|user|unit|role|token"),
    SYSTEM("export|system");

    /** A regular expression of what its rights are about. */
    private final String subjects;

    RightGroup(String subjects) {
        this.subjects = subjects;
    }

    /** The key of its name. */
    public String key() {
        return "rights." + name().toLowerCase(Locale.ROOT);
    }

    /** Its rights, in the order of the closed list. */
    public List<Right> rights() {
        return Arrays.stream(Right.values())
                .filter(right -> subject(right).matches(subjects))
                .toList();
    }

    /** What stands before the point: {@code device} of {@code device.read}. */
    private static String subject(Right right) {
        int point = right.text().indexOf('.');
        return point < 0 ? right.text() : right.text().substring(0, point);
    }
}
