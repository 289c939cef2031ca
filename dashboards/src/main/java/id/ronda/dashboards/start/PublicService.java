package id.ronda.dashboards.start;

import id.ronda.collector.DeviceClass;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The three kinds of infrastructure that the regulations on the electronic government (SPBE, Perpres 95/2018, article 27) name. To
 * which a device belongs is told by its tag {@code layanan:…}, else by its class.
 */
public enum PublicService {
    DATA_CENTRE("pusat-data"),
    INTRANET("jaringan-intra"),
    /** No class belongs to it by itself: a gateway between systems is software on servers. */
    GATEWAY("penghubung");

    /** How the tag begins. */
    public static final String TAG = "layanan:";

    private final String code;

    PublicService(String code) {
        this.code = code;
    }

    /** What stands behind {@link #TAG}. */
    public String code() {
        return code;
    }

    /** The whole tag. */
    public String tag() {
        return TAG + code;
    }

    /**
     * Where a device belongs; empty if nowhere.
     *
     * @param tag its first tag that begins with {@link #TAG}; one that names no service counts as none
     */
    public static Optional<PublicService> of(@Nullable String tag, DeviceClass deviceClass) {
        return Arrays.stream(values())
                .filter(service -> service.tag().equals(tag))
                .findFirst()
                .or(() -> ofClass(deviceClass));
    }

    private static Optional<PublicService> ofClass(DeviceClass deviceClass) {
        return switch (deviceClass) {
            case SERVER,
                    BMC,
                    HYPERVISOR,
                    STORAGE,
                    UPS,
                    PDU,
                    ATS,
                    RECTIFIER,
                    POWER_METER,
                    GENSET,
                    ENVIRONMENT,
                    ACCESS_CONTROL -> Optional.of(DATA_CENTRE);
            case ROUTER, SWITCH, FIREWALL, WIRELESS, OLT -> Optional.of(INTRANET);
            case CAMERA, PRINTER, PHONE, UNKNOWN -> Optional.empty();
        };
    }
}
