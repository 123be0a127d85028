using System.Collections.Immutable;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Problems;
using EduAnalytics.Domain.Submissions;

namespace EduAnalytics.Samples.Files;

/// <summary>
/// The problems that Nanshan's report names in its section 三, in its own words. The indicators a problem is about are a
/// reading of ours: the first is about none that is kept here.
/// </summary>
public static class SampleProblems
{
    /// <summary>One ledger for each unit, year and section, under an id that is the same each time.</summary>
    /// <exception cref="InvalidDataException">A line cannot be read.</exception>
    public static ImmutableArray<ProblemsSubmission> Read(string path) =>
    [
        .. CsvTable.Read(path, ReadLine)
            .GroupBy(line => (line.Unit, line.Period, line.Section))
            .Select(ledger => new ProblemsSubmission(
                $"nanshan-{ledger.Key.Period}-problems",
                ledger.Key.Unit,
                ledger.Key.Period,
                new Source(SampleFigures.Document, ledger.Key.Section),
                [.. ledger.Select(line => line.Problem)])),
    ];

    private static Line ReadLine(CsvLine line) => new(
        OrgUnitId.Parse(line.Text("org_unit")),
        Period.Parse(line.Text("period")),
        line.Text("section"),
        new Problem(
            line.Text("number"),
            line.Text("text"),
            [.. line.Text("indicators").Split(' ', StringSplitOptions.RemoveEmptyEntries)],
            ProblemStatus.Open,
            line.OptionalText("correction")));

    private sealed record Line(OrgUnitId Unit, Period Period, string Section, Problem Problem);
}
