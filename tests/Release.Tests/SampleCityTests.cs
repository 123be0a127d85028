using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Release.Tests.Cities;
using EduAnalytics.Release.Tests.Solving;

[assembly: AssemblyFixture(typeof(EduAnalytics.Release.Tests.LoadedSamples))]

namespace EduAnalytics.Release.Tests;

/// <summary>The samples are loaded once for all tests.</summary>
public sealed class LoadedSamples
{
    internal City City { get; } = SampleCity.Load();
}

public sealed class SampleCityTests(LoadedSamples samples)
{
    [Theory]
    [InlineData(2024)]
    [InlineData(2025)]
    public void No_small_count_of_a_sample_year_can_be_inferred(int year)
    {
        var reader = Reader.Of(samples.City, key => key.Period.Type == PeriodType.Year && key.Period.Start.Year == year);
        Assert.Contains(reader.True.Values, count => count is > 0 and < Towns.Threshold);
        var disclosures = new Inference(reader, samples.City.Tree).Disclosures().ToList();
        Assert.True(disclosures.Count == 0, string.Join('\n', disclosures));
    }

    [Fact]
    public void No_small_monthly_count_of_a_sample_district_can_be_inferred()
    {
        var reader = Reader.Of(samples.City, key =>
            key.Code is MeasureCodes.DroppedOut or MeasureCodes.Enrolled && key.Period.Type != PeriodType.SchoolYear && key.Period.End.Year == 2025);
        var disclosures = new Inference(reader, samples.City.Tree)
            .Disclosures(cell => cell.Unit.Code.StartsWith("230402", StringComparison.Ordinal))
            .ToList();
        Assert.True(disclosures.Count == 0, string.Join('\n', disclosures));
    }

    /// <summary>Who left is told by what the ledger of dropouts grew by, over the years.</summary>
    [Fact]
    public void No_small_yearly_count_of_dropouts_or_of_the_ledger_can_be_inferred_from_both()
    {
        var reader = Reader.Of(samples.City, key => key.Code is MeasureCodes.DroppedOut or MeasureCodes.Confirmed or MeasureCodes.Closed && key.Period.Type == PeriodType.Year);
        var disclosures = new Inference(reader, samples.City.Tree)
            .Disclosures(cell => samples.City.Tree.Find(cell.Unit)!.Level == OrgUnitLevel.District || cell.Unit.Code.StartsWith("230402", StringComparison.Ordinal))
            .ToList();
        Assert.True(disclosures.Count == 0, string.Join('\n', disclosures));
    }

    [Fact]
    public void No_small_count_of_dropouts_can_be_inferred_from_the_roll_of_a_school_year_and_its_September()
    {
        var reader = Reader.Of(samples.City, key =>
            key.Code is MeasureCodes.DroppedOut or MeasureCodes.Enrolled
            && (key.Period.Type == PeriodType.SchoolYear || key.Period is { Type: PeriodType.Month, Start.Month: 9 }));
        var disclosures = new Inference(reader, samples.City.Tree).Disclosures(cell => cell.Key.Code == MeasureCodes.DroppedOut).ToList();
        Assert.True(disclosures.Count == 0, string.Join('\n', disclosures));
    }

    /// <summary>What is withheld must not be most of what leadership looks at.</summary>
    [Theory]
    [InlineData(MeasureCodes.DroppedOut, OrgUnitLevel.City, 0)]
    [InlineData(MeasureCodes.DroppedOut, OrgUnitLevel.District, 40)]
    [InlineData(MeasureCodes.Confirmed, OrgUnitLevel.City, 13)]
    [InlineData(MeasureCodes.FitnessExcellent, OrgUnitLevel.District, 0)]
    [InlineData(MeasureCodes.FitnessExcellent, OrgUnitLevel.School, 15)]
    [InlineData(MeasureCodes.Enrolled, OrgUnitLevel.School, 0)]
    [InlineData("health.myopic", OrgUnitLevel.School, 0)]
    public void Of_the_sample_citys_yearly_totals_no_more_is_withheld_than(string code, OrgUnitLevel level, int percent)
    {
        var reader = Reader.Of(samples.City, key => key.Code == code && key.Period.Type == PeriodType.Year && key.Stage is null);
        var cells = reader.True.Keys.Where(cell => samples.City.Tree.Find(cell.Unit)!.Level == level).ToList();
        Assert.NotEmpty(cells);
        Assert.InRange(100.0 * cells.Count(cell => samples.City.WhyWithheld(cell.Unit, cell.Key) is not null) / cells.Count, 0, percent);
    }
}
