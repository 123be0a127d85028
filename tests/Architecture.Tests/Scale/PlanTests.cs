using EduAnalytics.Benchmarks.Report;
using EduAnalytics.Benchmarks.Scale;

namespace EduAnalytics.Architecture.Tests.Scale;

/// <summary>The plan for larger places is reckoned from measured figures; whoever edits one by hand, or measures anew, must not leave the other behind.</summary>
public sealed class PlanTests
{
    private static readonly MeasuredConstants Round = new(
        ProcessMiB: 300,
        MemoryBytesARecord: 64,
        MemoryBytesASchool: 1 << 20,
        JournalBytesARecord: 100,
        JournalBytesAlone: 300,
        LoadedASecond: 10_000,
        LoadedAloneASecond: 1_000,
        AnewASecond: 4_000,
        KeptASecond: 40_000);

    [Fact]
    public void The_documents_constants_follow_from_the_growth_table() =>
        Assert.Equal(Measured().Write(), Section("scale.md", "constants"));

    [Fact]
    public void The_documents_assumptions_are_those_that_are_reckoned_with() =>
        Assert.Equal(Assumptions.Write(), Section("scale.md", "assumptions"));

    [Fact]
    public void The_documents_plan_follows_from_its_constants() =>
        Assert.Equal(Plan.Write(Measured()), Section("scale.md", "plan"));

    [Fact]
    public void A_plan_is_reckoned_as_the_document_says()
    {
        // 2^24 students with two records a year, 1,024 schools and a thousand districts.
        var plan = new Plan(new Place("round", 1 << 24, 1_024, 1_000), Round);

        Assert.Equal(1 << 25, plan.RecordsAYear);

        // Six years of 2^25 records of 64 bytes are 12 GiB; a thousand schools of 2.5 MB, and half of them 2 MB more, are 3.34.
        Assert.Equal(12, plan.RecordsGiB);
        Assert.Equal(3.34, plan.SchoolsGiB, 0.005);
        Assert.Equal(2, plan.SilosForMemory);

        // 2^24 results in 40 hours are 116.5 a second; half at 10,000 and half at 1,000 a second fill a fifteenth of a silo.
        Assert.Equal(116.5, plan.PeakASecond, 0.01);
        Assert.Equal(1, plan.SilosForLoad);

        // Twenty readers a district ask 24,000 questions a second, which fill six silos and as many gateways at 4,000 a second.
        Assert.Equal(24_000, plan.QuestionsASecond);
        Assert.Equal(6, plan.SilosForQuestions);
        Assert.Equal(8, plan.Silos);
        Assert.Equal(7, plan.Gateways);

        // 2^25 records of 200 bytes a year are 6.25 GiB, in ten years 62.5: two partitions of 32 GiB.
        Assert.Equal(6.25, plan.JournalGiBAYear);
        Assert.Equal(2, plan.Partitions);
    }

    [Fact]
    public void Constants_are_the_differences_of_rows()
    {
        GrownRow[] rows = [
            Row(1_000, 100, "SQLite", memoryMiB: 300),
            Row(1_049_576, 100, "SQLite", memoryMiB: 364, anewASecond: 4_000, keptASecond: 40_000),
            Row(1_049_576, 1_124, "SQLite", memoryMiB: 428),
            Row(1_048_576, 100, "PostgreSQL", journalMiB: 50, loadedASecond: 9_000),
            Row(1_048_576, 100, "PostgreSQL", lines: 1, journalMiB: 200, loadedASecond: 900)];

        // 64 MiB more for 2^20 records are 64 bytes each, 64 MiB for 1,024 schools 65,536 each.
        Assert.Equal(new MeasuredConstants(294, 64, 65_536, 50, 200, 9_000, 900, 4_000, 40_000), MeasuredConstants.From(rows));
    }

    [Fact]
    public void A_table_reads_as_it_was_written()
    {
        GrownRow[] rows = [new(10_002, 400, "SQLite", 1_000, 123_456, 0.25, 12.5, 3_500, 45_000, 2.5, 310, 20.5)];

        Assert.Equal(rows, GrowthTable.Read("before\n\n" + GrowthTable.Write(rows) + "\n\nafter"));
    }

    private static GrownRow Row(
        long records, int schools, string store, int lines = 1_000, double memoryMiB = 0, double journalMiB = 0, double loadedASecond = 1, double anewASecond = 1, double keptASecond = 1) =>
        new(records, schools, store, lines, loadedASecond, 1, 1, anewASecond, keptASecond, 1, memoryMiB, journalMiB);

    private static MeasuredConstants Measured() => MeasuredConstants.From(GrowthTable.Read(Section("benchmarks.md", "growth")));

    private static string Section(string document, string name) => MarkedSection.Of(Repository.Read($"docs/{document}"), name);
}
