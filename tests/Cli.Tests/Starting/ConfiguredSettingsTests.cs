using EduAnalytics.Cli.Starting;
using EduAnalytics.Gateway;
using EduAnalytics.Journal;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace EduAnalytics.Cli.Tests.Starting;

public sealed class ConfiguredSettingsTests
{
    [Fact]
    public void Every_value_of_the_wrong_kind_is_told_with_its_key_also_within_a_group()
    {
        var refusal = Assert.Throws<OptionsValidationException>(() => ConfiguredSettings.RequireGateway(Given(
            ("Gateway:MaxTokens", "many"), ("Gateway:Introspection", "perhaps"), ("Gateway:Rates:Burst", "3.5"), ("Ingest:MaxStreamBytes", "1e99"))));

        Assert.Equal(
            [
                "Gateway:Introspection is 'perhaps'; allowed: true or false.",
                "Gateway:MaxTokens is 'many'; allowed: a whole number of at most 2147483647.",
                "Gateway:Rates:Burst is '3.5'; allowed: a whole number of at most 2147483647.",
                "Ingest:MaxStreamBytes is '1e99'; allowed: a whole number of at most 9223372036854775807.",
            ],
            refusal.Failures.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_can_be_read_is_read_and_what_is_not_named_keeps_its_value()
    {
        var journal = ConfiguredSettings.Read<JournalOptions>(Given(("EduAnalytics:Journal:QueueCapacity", "7")), JournalOptions.Section);

        Assert.Equal((7, 5), (journal.QueueCapacity, journal.LockWaitSeconds));
    }

    [Fact]
    public void Lists_and_groups_of_the_gateway_are_no_obstacle() => ConfiguredSettings.RequireGateway(Given(
        ("Gateway:AllowedOrigins:0", "https://edu.example"), ("Gateway:Operations:Directory", "known"), ("Gateway:Rates:Loopback", "true"),
        ($"{GatewayOptions.Section}:KeptAnswerBytes", "5000000000")));

    private static IConfiguration Given(params (string Key, string Value)[] values) =>
        new ConfigurationBuilder().AddInMemoryCollection(values.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value))).Build();
}
