package io.seikyu.command.dunning;

import io.seikyu.command.CommandServer;
import io.seikyu.eventlog.EventLog;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * A command side in a process of its own that dies right behind a commit of its log. It reads {@code owes <payer>
 * <hold until, or ->}, {@code until <instant>} and {@code die <commits>}, and answers each with a line that begins with
 * {@code =}.
 */
public final class DunningChild {
    /** The clock does not wait for minutes until a mail is in doubt. */
    private static final String[] SETTINGS = {"--seikyu.sandbox=true", "--seikyu.outbox.lease=PT5S"};

    private static final AtomicInteger LEFT = new AtomicInteger(Integer.MAX_VALUE);

    private DunningChild() {}

    /** @param arguments the data directory, and whether it is new */
    public static void main(String[] arguments) {
        try {
            live(arguments);
        } catch (Exception | AssertionError e) {
            // whoever waits for an answer hears why there is none
            e.printStackTrace(System.out);
            System.out.flush();
            Runtime.getRuntime().halt(1);
        }
    }

    private static void live(String[] arguments) throws Exception {
        CommandServer server = CommandServer.startWith(List.of(Mortal.class), Path.of(arguments[0]), "", SETTINGS);
        Debtors debtors = new Debtors(server, Boolean.parseBoolean(arguments[1]));
        say("ready");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ");
            switch (words[0]) {
                case "owes" -> say(debtors.owes(words[1]).toString());
                case "hold" -> {
                    debtors.holdUntil(words[1], java.time.LocalDate.parse(words[2]));
                    say("held");
                }
                case "die" -> {
                    LEFT.set(Integer.parseInt(words[1]));
                    say("soon");
                }
                case "until" -> {
                    debtors.until(Instant.parse(words[1]));
                    say("lived");
                }
                default -> say(debtors.count(words[1], words[2]) + "");
            }
        }
    }

    private static void say(String words) {
        System.out.println("=" + words);
    }

    /** The log, behind whose next commits the process may end as by {@code kill -9}. */
    @Configuration(proxyBeanMethods = false)
    static class Mortal {
        @Bean
        static BeanPostProcessor mortality() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof EventLog log ? mortal(log) : bean;
                }
            };
        }

        private static Object mortal(EventLog log) {
            return Proxy.newProxyInstance(
                    EventLog.class.getClassLoader(), new Class<?>[] {EventLog.class}, (proxy, method, arguments) -> {
                        try {
                            Object result = method.invoke(log, arguments);
                            if (method.getName().startsWith("append") && LEFT.decrementAndGet() < 0) {
                                Runtime.getRuntime().halt(137);
                            }
                            return result;
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }
    }
}
