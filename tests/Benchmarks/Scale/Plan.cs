using System.Globalization;

namespace EduAnalytics.Benchmarks.Scale;

/// <summary>What a place would need, reckoned from the constants: paper, no measurement.</summary>
internal sealed record Plan(Place Place, MeasuredConstants Constants)
{
    private const double Gibi = 1 << 30;

    public double RecordsAYear => Place.Students * Assumptions.RecordsAStudentAndYear;

    public double RecordsGiB => RecordsAYear * Assumptions.YearsInMemory * Constants.MemoryBytesARecord / Gibi;

    public double SchoolsGiB => Place.Schools * (Assumptions.RowMBASchool + (Assumptions.AwakeMBASchool * Assumptions.ShareAwake)) * 1e6 / Gibi;

    public double MemoryGiB => RecordsGiB + SchoolsGiB;

    /// <summary>Records a second in the hours in which most come in.</summary>
    public double PeakASecond => Place.Students / (Assumptions.PeakHours * 3_600);

    public double SilosForMemory => Math.Ceiling(MemoryGiB / Assumptions.UsableGiBASilo);

    /// <summary>Half of the peak comes in bulk and half one by one; each takes its share of a silo's second.</summary>
    public double SilosForLoad =>
        Math.Ceiling((PeakASecond / 2 / Constants.LoadedASecond) + (PeakASecond / 2 / Constants.LoadedAloneASecond));

    public double SilosForQuestions => Math.Ceiling(QuestionsASecond / Constants.AnewASecond);

    /// <summary>Memory, or what comes in and is asked together; one more than needed, so that one may fail or be exchanged.</summary>
    public double Silos => Math.Max(SilosForMemory, SilosForLoad + SilosForQuestions) + 1;

    public double QuestionsASecond => Place.Districts * Assumptions.ReadersADistrict * Assumptions.QuestionsAReaderASecond;

    public double Gateways => 1 + Math.Ceiling(QuestionsASecond / Constants.AnewASecond);

    public double JournalGiBAYear => RecordsAYear * (Constants.JournalBytesARecord + Constants.JournalBytesAlone) / 2 / Gibi;

    /// <summary>A power of two, so that their number can be doubled by splitting each.</summary>
    public double Partitions => Math.Pow(2, Math.Max(0, Math.Ceiling(Math.Log2(JournalGiBAYear * Assumptions.YearsInTheDatabase / Assumptions.GiBAPartition))));

    public static string Write(MeasuredConstants constants)
    {
        var plans = Place.All.Select(place => new Plan(place, constants)).ToList();
        return string.Join('\n', [
            $"| | {string.Join(" | ", plans.Select(plan => plan.Place.Name))} |",
            $"| --- |{string.Concat(plans.Select(_ => " --- |"))}",
            Row("students", plan => plan.Place.Students, "N0"),
            Row("schools", plan => plan.Place.Schools, "N0"),
            Row("districts", plan => plan.Place.Districts, "N0"),
            Row("records a year", plan => plan.RecordsAYear, "N0"),
            Row("memory for records, GiB", plan => plan.RecordsGiB, "N1"),
            Row("memory for schools, GiB", plan => plan.SchoolsGiB, "N1"),
            Row("records a second in the busiest hours", plan => plan.PeakASecond, "N0"),
            Row("silos for the memory", plan => plan.SilosForMemory, "N0"),
            Row("silos for what comes in, in the busiest hours", plan => plan.SilosForLoad, "N0"),
            Row("silos for the questions", plan => plan.SilosForQuestions, "N0"),
            Row("**silos, one to spare**", plan => plan.Silos, "N0"),
            Row("questions a second", plan => plan.QuestionsASecond, "N0"),
            Row("**gateways, one to spare**", plan => plan.Gateways, "N0"),
            Row("journal a year, GiB", plan => plan.JournalGiBAYear, "N1"),
            Row($"journal of {Assumptions.YearsInTheDatabase:0} years, GiB", plan => plan.JournalGiBAYear * Assumptions.YearsInTheDatabase, "N0"),
            Row("**partitions of the journal**", plan => plan.Partitions, "N0")]);

        string Row(string what, Func<Plan, double> value, string format) =>
            $"| {what} | {string.Join(" | ", plans.Select(plan => value(plan).ToString(format, CultureInfo.InvariantCulture)))} |";
    }
}
