using System.Text.Json;
using EduAnalytics.Gateway.Tests.Schema;

namespace EduAnalytics.Gateway.Tests.Access;

/// <summary>
/// The small city with a number of its own at each unit, by which a test knows whose figure it sees: callers are bound at
/// Nanshan, with a school below, Xiangyang beside and the city above.
/// </summary>
public sealed class RoleServer : IAsyncLifetime
{
    public const string Own = "230404";
    public const string Below = "230404-yifu-primary";
    public const string Beside = "230402";
    public const string BelowBeside = "230402-s01";
    public const string Above = "230400";

    private static readonly Dictionary<string, string> rates = new()
    {
        [Above] = "11.13",
        [Own] = "12.17",
        [Below] = "14.21",
        [Beside] = "13.19",
        [BelowBeside] = "15.27",
    };

    public EduServer Server { get; } = new();

    /// <summary>The rate that the unit, and no other, states of itself.</summary>
    public static string RateOf(string unit) => rates[unit];

    public async ValueTask InitializeAsync()
    {
        await Server.InitializeAsync();
        foreach (var (unit, text) in rates)
        {
            var rate = JsonDocument.Parse(text).RootElement;
            await Server.ReportAsync(
                unit,
                new { code = "fitness.excellent_good_rate", period = "2023", value = rate, quote = $"优良率达{text}%" },
                new { code = "dropout.rate", period = "2023", value = rate });
            if (unit is Below or BelowBeside)
                await Server.ReportAsync(unit, new { code = "fitness.excellent_good_rate", period = "2023", stage = "PRIMARY", value = rate });
            await Server.DataAsync(
                "mutation ($input: NameProblemsInput!) { nameProblems(input: $input) { accepted } }",
                new
                {
                    input = new
                    {
                        submissionId = $"problems-{unit}",
                        orgUnit = unit,
                        period = "2024",
                        source = new { document = "台账" },
                        problems = new[] { new { number = "1", text = $"优良率仅{text}%" } },
                    },
                });
        }
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
