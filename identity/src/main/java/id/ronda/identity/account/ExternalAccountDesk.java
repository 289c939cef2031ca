package id.ronda.identity.account;

import id.ronda.identity.AccountDraft;
import id.ronda.identity.AccountId;
import id.ronda.identity.ExternalPolicy;
import id.ronda.identity.ExternalPolicy.Match;
import id.ronda.identity.Language;
import id.ronda.identity.OidcSettingRefused;
import id.ronda.identity.Proof;
import id.ronda.identity.Refusal;
import id.ronda.identity.Right;
import id.ronda.identity.role.Preset;
import id.ronda.identity.role.RoleDesk;
import id.ronda.identity.store.GrantRows;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Which account is the person's for whom a provider vouches: the linked one, or, where the policy says so, one that fits or a new one. */
final class ExternalAccountDesk {

    /** Who lets others in is linked by a person: else whoever rules the provider rules here too. */
    static final Set<Right> RULING = EnumSet.of(Right.USER_WRITE, Right.ROLE_WRITE);

    private static final int LONGEST_DISPLAY_NAME = 200;

    private final Parts parts;
    private final RoleDesk roles;
    private final ExternalPolicy policy;
    private final ExternalIdentityStore identities = new ExternalIdentityStore();

    ExternalAccountDesk(Parts parts, RoleDesk roles, ExternalPolicy policy) {
        this.parts = parts;
        this.roles = roles;
        this.policy = policy;
        policy.rolesOfGroups().values().forEach(ExternalAccountDesk::requireModest);
    }

    private static void requireModest(String role) {
        Preset preset = Arrays.stream(Preset.values())
                .filter(each -> each.code().equals(role))
                .findFirst()
                .orElseThrow(() -> new OidcSettingRefused("new-accounts", "no preset role is called " + role));
        if (RULING.stream().anyMatch(preset.draft().rights()::contains)) {
            throw new OidcSettingRefused("new-accounts", role + " lets others in: an administrator gives it");
        }
    }

    /** The account, locked until the transaction ends, or why there is none. */
    sealed interface Whose {
        record Known(AccountRow account) implements Whose {}

        record Nobodys(Refusal reason) implements Whose {}
    }

    Whose of(Handle handle, Proof.Proven proven) {
        Optional<AccountRow> known = linked(handle, proven);
        if (known.isEmpty()) {
            identities.lock(handle, proven.who());
            known = linked(handle, proven).or(() -> link(handle, proven));
        }
        return known.<Whose>map(Whose.Known::new).orElseGet(() -> make(handle, proven));
    }

    private Optional<AccountRow> linked(Handle handle, Proof.Proven proven) {
        return identities
                .account(handle, proven.who())
                .flatMap(id -> parts.accounts().lock(handle, id));
    }

    private Optional<AccountRow> link(Handle handle, Proof.Proven proven) {
        Optional<AccountRow> fits = fitting(handle, proven)
                .flatMap(account -> parts.accounts().lock(handle, account.id()))
                .filter(account -> account.closed().isEmpty())
                .filter(account -> identities.find(handle, account.id()).isEmpty())
                .filter(account -> RULING.stream().noneMatch(GrantRows.of(handle, account.id())::give));
        fits.ifPresent(account -> identities.insert(
                handle, account.id(), proven.who(), parts.clock().instant()));
        return fits;
    }

    private Optional<AccountRow> fitting(Handle handle, Proof.Proven proven) {
        if (policy.linkBy().contains(Match.VERIFIED_EMAIL) && proven.email() != null) {
            List<AccountRow> all = parts.accounts().ofEmail(handle, proven.email());
            if (all.size() == 1) {
                return Optional.of(all.getFirst());
            }
        }
        return policy.linkBy().contains(Match.PREFERRED_USERNAME) && proven.name() != null
                ? parts.accounts().find(handle, proven.name())
                : Optional.empty();
    }

    private Whose make(Handle handle, Proof.Proven proven) {
        List<Preset> given = Arrays.stream(Preset.values())
                .filter(preset -> proven.groups().stream()
                        .map(policy.rolesOfGroups()::get)
                        .anyMatch(preset.code()::equals))
                .toList();
        return given.isEmpty() ? new Whose.Nobodys(Refusal.NO_LINKED_ACCOUNT) : make(handle, proven, given);
    }

    private Whose make(Handle handle, Proof.Proven proven, List<Preset> given) {
        AccountDraft draft = draft(proven);
        Optional<AccountId> made = AccountForm.faults(draft).isEmpty()
                ? parts.accounts().insert(handle, draft, null, null)
                : Optional.empty();
        if (made.isEmpty()) {
            return new Whose.Nobodys(Refusal.NAME_NOT_FREE);
        }
        identities.insert(handle, made.get(), proven.who(), parts.clock().instant());
        given.forEach(preset -> roles.give(handle, made.get(), preset));
        return new Whose.Known(parts.accounts().lock(handle, made.get()).orElseThrow());
    }

    private static AccountDraft draft(Proof.Proven proven) {
        String name = Objects.requireNonNullElse(proven.name(), "");
        return new AccountDraft(
                name, displayName(proven.displayName(), name), proven.email(), null, Language.ID, null, null);
    }

    private static String displayName(@Nullable String told, String name) {
        String display = told == null || told.isBlank() ? name : told.strip();
        return display.substring(0, Math.min(display.length(), LONGEST_DISPLAY_NAME));
    }
}
