package id.ronda.simulator.regency;

import id.ronda.simulator.Loopback;
import id.ronda.simulator.ObjectTree;
import id.ronda.simulator.SimulatedDevice;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which devices there are, where they stand and on which address of 127.10.0.0/16 they listen. */
public final class Plan {
    /** The community of every device. */
    public static final String COMMUNITY = "public";

    private static final String ROOM = "Ruang server Dinas Kominfo";
    private static final String HALL = "Aula Pemkab Pesawaran";
    private static final String HOUSE = "Pendopo Kabupaten";
    private static final String TOWER = "Menara Gedong Tataan";
    private static final String DISTRICT = "Kecamatan Gedong Tataan";
    private static final String PANEL = "Panel utama";
    private static final String ENGINE = "Rumah genset Dinas Kominfo";
    private static final String KOMINFO = "Dinas Komunikasi dan Informatika";
    private static final String GENERAL = "Bagian Umum";

    /** Who keeps a place that is no office itself. */
    private static final Map<String, String> KEEPERS = Map.of(
            ROOM,
            KOMINFO,
            TOWER,
            KOMINFO,
            PANEL,
            KOMINFO,
            ENGINE,
            KOMINFO,
            HALL,
            GENERAL,
            HOUSE,
            GENERAL,
            "GSG Pemkab Pesawaran",
            GENERAL,
            "Islamic Center Kab. Pesawaran",
            GENERAL,
            "Ruang Rapat Bupati",
            GENERAL,
            "Ruang Rapat Wakil Bupati",
            GENERAL);

    private static final String CORE = "core-router";
    private static final String SERVERS = "switch-1";

    private final World world;
    private final int port;
    private final List<Place> places = new ArrayList<>();

    /** A device with where it stands, what it is, and what it is reached through. */
    public record Place(
            SimulatedDevice device,
            String location,
            String deviceClass,
            @Nullable String parent) {

        /** The office whose it is: that of the place, or the one that keeps a place that is no office. */
        public String office() {
            return KEEPERS.getOrDefault(location, location);
        }
    }

    /** Plans the devices of a world, all on this port. */
    public Plan(World world, int port) {
        this.world = world;
        this.port = port;
        network();
        access();
        power();
        room();
        servers();
        hosts();
        offices();
        things();
    }

    /** Every device, the core router first. */
    public List<Place> places() {
        return List.copyOf(places);
    }

    private void network() {
        NetworkAgents agents = new NetworkAgents(world);
        add(CORE, ROOM, "router", null, 0, 1, agents.coreRouter());
        add("firewall", ROOM, "firewall", CORE, 0, 2, agents.firewall());
        add(SERVERS, ROOM, "switch", CORE, 0, 11, agents.accessSwitch(1, 24));
        add("switch-2", ROOM, "switch", CORE, 0, 12, agents.accessSwitch(2, 48));
        add("switch-3", ROOM, "switch", CORE, 0, 13, agents.accessSwitch(3, 48));
        BuildingSwitches floors = new BuildingSwitches(world);
        add("switch-4", HALL, "switch", SERVERS, 0, 14, floors.huawei());
        add("switch-5", "Badan Pengelolaan Keuangan dan Aset Daerah", "switch", SERVERS, 0, 15, floors.ruijie());
        add("switch-6", HOUSE, "switch", SERVERS, 0, 16, floors.comware());
    }

    private void access() {
        FibreAgents fibre = new FibreAgents(world);
        add("olt-1", ROOM, "olt", SERVERS, 0, 21, fibre.gpon());
        add("olt-2", DISTRICT, "olt", "radio-kecamatan", 0, 22, fibre.epon());
        RadioAgents radios = new RadioAgents(world);
        add("wifi-aula", HALL, "wireless", "switch-4", 0, 31, radios.accessPoint());
        add("radio-menara", TOWER, "wireless", SERVERS, 0, 33, radios.towerRadio());
        add("radio-kecamatan", DISTRICT, "wireless", "radio-menara", 0, 34, radios.districtRadio());
    }

    private void power() {
        PowerAgents agents = new PowerAgents(world);
        add("ups-a", ROOM, "ups", SERVERS, 1, 1, agents.standardUps());
        add("ups-b", ROOM, "ups", SERVERS, 1, 2, agents.apcUps());
        add("ats-1", ROOM, "ats", SERVERS, 1, 3, agents.transferSwitch());
        add("genset-1", ENGINE, "genset", SERVERS, 1, 4, agents.generator());
        add("sensor-ruang", ROOM, "environment", SERVERS, 1, 5, RoomAgent.tree(world));
        add(
                "ups-pelayanan",
                "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu",
                "ups",
                CORE,
                1,
                6,
                agents.vertivUps());
    }

    private void room() {
        RackAgents racks = new RackAgents(world);
        add("pdu-a", ROOM, "pdu", SERVERS, 1, 7, racks.raritanPdu());
        add("pdu-b", ROOM, "pdu", SERVERS, 1, 8, racks.apcPdu());
        SiteAgents site = new SiteAgents(world);
        add("rectifier-menara", TOWER, "rectifier", "radio-menara", 1, 9, site.towerPlant());
        add("listrik-gedung", PANEL, "power-meter", SERVERS, 1, 10, site.buildingMeter());
        add("ac-presisi", ROOM, "environment", SERVERS, 1, 11, site.airConditioner());
        add("sensor-lantai", ROOM, "environment", SERVERS, 1, 12, site.floorSensors());
        add("akses-rak", ROOM, "access-control", SERVERS, 1, 14, racks.rackDoors());
    }

    private void servers() {
        for (ServerLoad load : world.servers()) {
            SeedFacts.Server server = load.server();
            String name = String.format(Locale.ROOT, "server-%02d", server.number());
            add(name, server.office(), "server", SERVERS, 2, server.number(), ServerAgent.tree(world, load, name));
        }
    }

    private void hosts() {
        BmcAgents boards = new BmcAgents(world);
        add(
                "idrac-04",
                ROOM,
                "bmc",
                SERVERS,
                2,
                24,
                boards.idrac(world.servers().get(3), "PowerEdge R430"));
        add(
                "idrac-05",
                ROOM,
                "bmc",
                SERVERS,
                2,
                25,
                boards.idrac(world.servers().get(4), "PowerEdge R730"));
        add("ilo-07", ROOM, "bmc", SERVERS, 2, 27, boards.ilo(world.servers().get(6), "ProLiant DL180 Gen9"));
        HostAgents hosts = new HostAgents(world);
        add("nas-arsip", ROOM, "storage", SERVERS, 2, 31, hosts.nas());
        add("hypervisor-1", ROOM, "hypervisor", SERVERS, 2, 32, hosts.hypervisor());
    }

    private void things() {
        OfficeAgents things = new OfficeAgents(world);
        add("printer-umum", "Bagian Umum", "printer", CORE, 4, 1, things.generalPrinter());
        add("printer-dukcapil", "Dinas Kependudukan dan Catatan Sipil", "printer", CORE, 4, 2, things.counterPrinter());
        add("nvr-pendopo", HOUSE, "camera", "switch-6", 4, 3, things.recorder());
        add("kamera-ruang", ROOM, "camera", SERVERS, 4, 4, things.camera());
    }

    private void offices() {
        NetworkAgents agents = new NetworkAgents(world);
        for (OfficeLink link : world.links()) {
            int number = link.office().number();
            String name = String.format(Locale.ROOT, "kantor-%02d", number);
            add(name, link.office().name(), "router", CORE, 3, number, agents.officeRouter(link));
        }
    }

    private void add(
            String name,
            String location,
            String deviceClass,
            @Nullable String parent,
            int net,
            int host,
            ObjectTree tree) {
        InetSocketAddress address = Loopback.socket(10, net, host, port);
        SimulatedDevice device = SimulatedDevice.named(name)
                .community(COMMUNITY)
                .address(address)
                .uptime(Duration.ofDays(20 + (net * 61L + host * 17L) % 200))
                .tree(tree)
                .build();
        places.add(new Place(device, location, deviceClass, parent));
    }
}
