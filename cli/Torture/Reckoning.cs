using System.Globalization;
using EduAnalytics.Cli.Simulate;

namespace EduAnalytics.Cli.Torture;

/// <summary>
/// Compares what the system answers with what the clients have counted, for each school, its district and its city, less
/// what was there before.
/// </summary>
internal sealed class Reckoning(GraphQLEndpoint endpoint, IReadOnlyList<TorturedSchool> counts, int year, TimeProvider time)
{
    private const string Query = """
        query ($id: ID!, $year: Period!, $stage: SchoolStage!) {
          orgUnit(id: $id) {
            parent { id }
            roll: value(indicator: "dropout.roll", period: $year, stage: $stage) { value }
            away: value(indicator: "dropout.confirmed", period: $year, stage: $stage) { value }
            passed: value(indicator: "fitness.pass_rate", period: $year, stage: $stage) { numerator denominator }
            good: value(indicator: "fitness.excellent_good_rate", period: $year, stage: $stage) { numerator denominator }
            myopia: value(indicator: "health.myopia_rate", period: $year, stage: $stage) { numerator denominator }
          }
        }
        """;

    /// <summary>For what has to travel up to the city, on a machine that is busy with starting systems.</summary>
    private static readonly TimeSpan settling = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan betweenLooks = TimeSpan.FromMilliseconds(200);

    private readonly Dictionary<(string Unit, string Stage), UnitCount> before = [];
    private readonly Dictionary<string, string?> parents = new(StringComparer.Ordinal);

    /// <summary>Units and stages that are compared.</summary>
    public int Places => before.Count;

    /// <summary>Notes what is there, before anything is sent.</summary>
    public async Task Begin(CancellationToken cancellationToken)
    {
        foreach (var school in counts)
            for (string? unit = school.Id; unit is not null; unit = parents[unit])
                if (!before.ContainsKey((unit, school.Stage)))
                    before[(unit, school.Stage)] = await Read(unit, school.Stage, cancellationToken);
    }

    /// <summary>Looks until all is equal. What was acknowledged last may still be on its way up to the city.</summary>
    /// <returns>One sentence for each place where it is not equal in the end.</returns>
    public async Task<IReadOnlyList<string>> Differences(CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        while (true)
        {
            var found = new List<string>();
            foreach (var ((unit, stage), earlier) in before)
            {
                var expected = Expected(unit, stage) + earlier;
                var answered = await Read(unit, stage, cancellationToken);
                if (answered != expected)
                    found.Add($"{unit} {stage}: counted {expected}; answered {answered}");
            }

            if (found.Count == 0 || time.GetElapsedTime(started) > settling)
                return found;
            await Task.Delay(betweenLooks, time, cancellationToken);
        }
    }

    private UnitCount Expected(string unit, string stage) => counts
        .Where(school => school.Stage == stage && IsWithin(school.Id, unit))
        .Aggregate(default(UnitCount), (sum, school) => sum + UnitCount.Of(school));

    private bool IsWithin(string school, string unit)
    {
        for (string? at = school; at is not null; at = parents[at])
            if (at == unit)
                return true;
        return false;
    }

    private async Task<UnitCount> Read(string unit, string stage, CancellationToken cancellationToken)
    {
        var variables = new { id = unit, year = year.ToString(CultureInfo.InvariantCulture), stage };
        var answer = (await endpoint.Ask(Query, variables, cancellationToken)).GetProperty("orgUnit");
        parents[unit] = answer.GetProperty("parent") is { ValueKind: System.Text.Json.JsonValueKind.Object } parent ? parent.GetProperty("id").GetString() : null;
        return UnitCount.Read(answer);
    }
}
