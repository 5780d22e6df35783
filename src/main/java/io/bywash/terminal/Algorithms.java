package io.bywash.terminal;

import com.hierynomus.sshj.key.KeyAlgorithm;
import com.hierynomus.sshj.key.KeyAlgorithms;
import com.hierynomus.sshj.transport.cipher.BlockCiphers;
import com.hierynomus.sshj.transport.cipher.ChachaPolyCiphers;
import com.hierynomus.sshj.transport.cipher.GcmCiphers;
import com.hierynomus.sshj.transport.kex.DHGroups;
import com.hierynomus.sshj.transport.kex.ExtInfoClientFactory;
import com.hierynomus.sshj.transport.mac.Macs;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.schmizz.keepalive.KeepAliveProvider;
import net.schmizz.sshj.Config;
import net.schmizz.sshj.DefaultConfig;
import net.schmizz.sshj.common.Factory;
import net.schmizz.sshj.transport.cipher.Cipher;
import net.schmizz.sshj.transport.kex.Curve25519SHA256;
import net.schmizz.sshj.transport.kex.DHGexSHA1;
import net.schmizz.sshj.transport.kex.DHGexSHA256;
import net.schmizz.sshj.transport.kex.ECDHNistP;
import net.schmizz.sshj.transport.kex.KeyExchange;
import net.schmizz.sshj.transport.mac.MAC;

/**
 * What a connection may be secured with: a strict list, and the old algorithms that a device is allowed by name.
 *
 * <p>The fast ciphers come first, because an upload of some gigabytes waits for them.
 *
 * @param old names of {@link #OLD} ones, which are offered behind all others
 */
public record Algorithms(Set<String> old) {
    private static final List<Factory.Named<KeyExchange>> KEY_EXCHANGES = List.of(
            new Curve25519SHA256.Factory(),
            new Curve25519SHA256.FactoryLibSsh(),
            new ECDHNistP.Factory256(),
            new ECDHNistP.Factory384(),
            new ECDHNistP.Factory521(),
            new DHGexSHA256.Factory(),
            DHGroups.Group16SHA512(),
            DHGroups.Group18SHA512(),
            DHGroups.Group14SHA256());
    private static final List<Factory.Named<KeyAlgorithm>> KEYS = List.of(
            KeyAlgorithms.EdDSA25519(),
            KeyAlgorithms.ECDSASHANistp256(),
            KeyAlgorithms.ECDSASHANistp384(),
            KeyAlgorithms.ECDSASHANistp521(),
            KeyAlgorithms.RSASHA512(),
            KeyAlgorithms.RSASHA256());
    private static final List<Factory.Named<Cipher>> CIPHERS = List.of(
            GcmCiphers.AES128GCM(),
            GcmCiphers.AES256GCM(),
            BlockCiphers.AES128CTR(),
            BlockCiphers.AES192CTR(),
            BlockCiphers.AES256CTR(),
            ChachaPolyCiphers.CHACHA_POLY_OPENSSH());
    private static final List<Factory.Named<MAC>> MACS =
            List.of(Macs.HMACSHA2256Etm(), Macs.HMACSHA2512Etm(), Macs.HMACSHA2256(), Macs.HMACSHA2512());

    private static final List<Factory.Named<KeyExchange>> OLD_KEY_EXCHANGES =
            List.of(DHGroups.Group14SHA1(), new DHGexSHA1.Factory(), DHGroups.Group1SHA1());
    private static final List<Factory.Named<KeyAlgorithm>> OLD_KEYS = List.of(KeyAlgorithms.SSHRSA());
    private static final List<Factory.Named<Cipher>> OLD_CIPHERS = List.of(
            BlockCiphers.AES128CBC(), BlockCiphers.AES192CBC(), BlockCiphers.AES256CBC(), BlockCiphers.TripleDESCBC());
    private static final List<Factory.Named<MAC>> OLD_MACS = List.of(Macs.HMACSHA1Etm(), Macs.HMACSHA1());

    /** What used to be usual and can be broken by now, by the names that SSH has for them. */
    public static final List<String> OLD = names(List.of(OLD_KEY_EXCHANGES, OLD_KEYS, OLD_CIPHERS, OLD_MACS));

    /** No old ones. */
    public static final Algorithms STRICT = new Algorithms(Set.of());

    public Algorithms {
        old = Set.copyOf(old);
        if (!OLD.containsAll(old)) {
            throw new IllegalArgumentException("not all of these are known: " + old);
        }
    }

    Config config() {
        DefaultConfig config = new DefaultConfig();
        List<Factory.Named<KeyExchange>> exchanges = chosen(KEY_EXCHANGES, OLD_KEY_EXCHANGES);
        exchanges.add(new ExtInfoClientFactory());
        config.setKeyExchangeFactories(exchanges);
        config.setKeyAlgorithms(chosen(KEYS, OLD_KEYS));
        config.setCipherFactories(chosen(CIPHERS, OLD_CIPHERS));
        config.setMACFactories(chosen(MACS, OLD_MACS));
        config.setKeepAliveProvider(KeepAliveProvider.KEEP_ALIVE);
        return config;
    }

    private <T> List<Factory.Named<T>> chosen(List<Factory.Named<T>> strict, List<Factory.Named<T>> allowed) {
        List<Factory.Named<T>> chosen = new ArrayList<>(strict);
        allowed.stream().filter(named -> old.contains(named.getName())).forEach(chosen::add);
        return chosen;
    }

    private static List<String> names(List<List<? extends Factory.Named<?>>> lists) {
        return lists.stream().flatMap(List::stream).map(Factory.Named::getName).toList();
    }

    /** The old ones in the order of the alphabet, for people. */
    @Override
    public String toString() {
        return String.join(", ", new TreeSet<>(old));
    }
}
