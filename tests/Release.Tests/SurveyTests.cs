using EduAnalytics.Release.Tests.Cities;
using EduAnalytics.Release.Tests.Solving;

namespace EduAnalytics.Release.Tests;

public sealed class SurveyTests
{
    [Theory]
    [InlineData("years")]
    [InlineData("months")]
    [InlineData("ledgers")]
    [InlineData("cases")]
    public void Survey(string kind)
    {
        var count = int.Parse(File.ReadAllText("/tmp/leaks/seeds"), null);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var lines = new List<string>();
        var (bad, n) = (0, 0);
        if (!File.ReadAllText("/tmp/leaks/kinds").Contains(kind, StringComparison.Ordinal))
            return;
        foreach (var made in Reports.Several(count))
        {
            n++;
            var city = kind switch { "years" => Reports.OfYears(made), "months" => Reports.OfMonths(made), "ledgers" => Reports.OfLedgers(made), _ => Reports.OfCases(made) };
            var found = new Inference(Reader.Of(city), city.Tree).Disclosures().ToList();
            if (found.Count > 0)
            {
                bad++;
                var only = found[0].Split(' ');
                foreach (var unit in city.Tree.All)
                    foreach (var key in city.MeasuresOf(unit.Id).Keys.Where(k => k.Code == only[1] && k.Period.ToString() == only[2]).OrderBy(k => k.Stage))
                        lines.Add($"    {unit.Id.Code} {key.Stage} {(city.MeasuresOf(unit.Id).TrySummed(key, out var t) ? t.Value : -1)} {city.WhyWithheld(unit.Id, key)}");
                File.AppendAllText($"/tmp/leaks/{kind}.log", $"#{n} {clock.Elapsed.TotalSeconds:F0}s\n");
                var alone = new Inference(Reader.Of(city, k => k.Code == only[1]), city.Tree).Disclosures().ToList();
                var rd = Reader.Of(city);
                lines.Add("shown: " + string.Join("; ", rd.True.Where(v => v.Key.Key.Code.Contains("confirmed", StringComparison.Ordinal) || v.Key.Key.Code.Contains("closed", StringComparison.Ordinal)).Where(v => !rd.Withheld.ContainsKey(v.Key)).Select(v => $"{v.Key}={v.Value}")));
                var r1 = Reader.Of(city, k => k.Code == only[1]);
                lines.Add($"= r1 found {new Inference(r1, city.Tree).Disclosures().Count()} withheld {r1.Withheld.Count}, full {rd.Withheld.Count(w => w.Key.Key.Code == only[1])}: " + string.Join("; ", rd.Withheld.Where(w => w.Key.Key.Code == only[1] && !r1.Withheld.ContainsKey(w.Key)).Concat(r1.Withheld.Where(w => !rd.Withheld.ContainsKey(w.Key)))));
                city.Restart();
                lines.Add($"= after restart {new Inference(Reader.Of(city, k => k.Code == only[1]), city.Tree).Disclosures().Count()}, {new Inference(Reader.Of(city), city.Tree).Disclosures().Count()}");
                lines.Add("alone: " + string.Join("; ", alone.Take(4)));
                var values = Reader.Of(city, k => k.Period.ToString() == only[2] && k.Code == only[1]).True;
                lines.Add(string.Join(' ', values.Select(v => $"{v.Key.Unit.Code[4..]}{v.Key.Key.Stage}={v.Value}")));
                lines.Add($"#{n} [{string.Join(" | ", made.Districts)}]: " + string.Join("; ", found.Take(4)));
            }
        }
        File.WriteAllLines($"/tmp/leaks/{kind}.txt", lines.Prepend($"{bad} of {count} in {clock.Elapsed.TotalSeconds:F1} s"));
    }
}
