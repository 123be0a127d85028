using System.Collections.Immutable;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Submissions;
using EduAnalytics.Samples.Files;
using EduAnalytics.Samples.Generation;

namespace EduAnalytics.Samples;

/// <summary>All that an empty system is filled with: the report's figures and problems for Nanshan, and generated records for the rest.</summary>
public sealed class SampleSet
{
    private readonly CityGenerator generator;
    private readonly ImmutableArray<Submission> report;

    private SampleSet(ImmutableArray<OrgUnit> orgUnits, ImmutableArray<Submission> report, CityGenerator generator)
    {
        (this.report, this.generator) = (report, generator);
        OrgUnits = [.. orgUnits, .. generator.Schools];
    }

    /// <summary>Every unit, parents before their children.</summary>
    public ImmutableArray<OrgUnit> OrgUnits { get; }

    /// <param name="directory">Where <c>org-units.csv</c>, <c>nanshan-figures.csv</c>, <c>nanshan-problems.csv</c> and <c>generator.json</c> lie.</param>
    /// <param name="today">Nothing later is generated, since the system refuses what has not happened yet.</param>
    /// <exception cref="InvalidDataException">A file cannot be read; the message names file and line.</exception>
    public static SampleSet Open(string directory, DateOnly? today = null)
    {
        var orgUnits = SampleOrgUnits.Read(Path.Combine(directory, "org-units.csv"));
        var settings = GeneratorSettings.Read(Path.Combine(directory, "generator.json"));
        if (today < settings.Through)
            settings = settings with { Through = today.Value };
        var figures = SampleFigures.Read(Path.Combine(directory, "nanshan-figures.csv"));
        var problems = SampleProblems.Read(Path.Combine(directory, "nanshan-problems.csv"));
        return new SampleSet(orgUnits, [.. figures, .. problems], new CityGenerator(settings, orgUnits));
    }

    /// <summary>The report's figures and the problems it names first, then unit by unit what is generated; within a unit in the order of time.</summary>
    public IEnumerable<Submission> Submissions() => report.Concat(generator.Submissions());
}
