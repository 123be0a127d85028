using EduAnalytics.Release.Tests.Cities;
using EduAnalytics.Release.Tests.Solving;

namespace EduAnalytics.Release.Tests;

public sealed class SampleCityTests
{
    [Fact]
    public void Loss()
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var city = SampleCity.Load();
        TestContext.Current.TestOutputHelper!.WriteLine($"loaded {watch.ElapsedMilliseconds} ms");
        watch.Restart();
        var reader = Reader.Of(city);
        TestContext.Current.TestOutputHelper!.WriteLine($"asked {watch.ElapsedMilliseconds} ms for {reader.True.Count} cells, {reader.Withheld.Count} withheld");
        foreach (var group in reader.True.Keys.Where(c => c.Key.Code[0] != 'n' && c.Key.Code[0] != 'd' || c.Key.Code.StartsWith("dropout", StringComparison.Ordinal))
            .GroupBy(c => (c.Key.Code, city.Tree.Find(c.Unit)!.Level, c.Key.Period.Type, All: c.Key.Stage is null)).OrderBy(g => g.Key.ToString()))
        {
            var withheld = group.Count(reader.Withheld.ContainsKey);
            var small = group.Count(c => reader.True[c] is > 0 and < 5);
            TestContext.Current.TestOutputHelper!.WriteLine($"{group.Key} {group.Count()} small {small} withheld {withheld}");
        }
    }
}
