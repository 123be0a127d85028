using System.Collections.Immutable;
using EduAnalytics.Domain.Fitness;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Schools;
using EduAnalytics.Domain.Submissions;

namespace EduAnalytics.Samples.Generation;

/// <summary>
/// Puts one unit's lines into submissions of at most the settings' length, under ids that are the same each time, and
/// leaves out what lies beyond the settings' last day.
/// </summary>
internal sealed class SubmissionWriter(OrgUnitId unit, GeneratorSettings settings)
{
    public IEnumerable<Submission> Enrolment(int year, IEnumerable<EnrolmentEvent> events) =>
        InParts(
            $"generated-{year}-enrolment",
            events.Where(line => line.Date <= settings.Through),
            (id, lines) => new EnrolmentSubmission(id, unit, lines));

    public IEnumerable<Submission> Fitness(int year, IEnumerable<FitnessResult> results) =>
        InParts(
            $"generated-{year}-fitness",
            results.Where(line => line.TestedOn <= settings.Through),
            (id, lines) => new FitnessSubmission(id, unit, lines));

    public IEnumerable<Submission> Figures(int year, IEnumerable<Figure> figures) =>
        InParts(
            $"generated-{year}-figures",
            figures.Where(line => line.Period.End <= settings.Through),
            (id, lines) => new FiguresSubmission(id, unit, new Source(CityGenerator.Document, $"{year} 年报"), lines));

    /// <summary>The monthly dropout reports of a year, each with the number of that month's dropouts; mostly nobody.</summary>
    public IEnumerable<Submission> MonthlyReports(int year, IEnumerable<Figure> reports) =>
        InParts(
            $"generated-{year}-monthly-reports",
            reports.Where(line => line.Period.End <= settings.Through),
            (id, lines) => new FiguresSubmission(id, unit, new Source(CityGenerator.Document, $"{year} 年辍学月报"), lines));

    private IEnumerable<Submission> InParts<T>(string id, IEnumerable<T> lines, Func<string, ImmutableArray<T>, Submission> make) =>
        lines.Chunk(settings.LinesPerSubmission)
            .Select((part, index) => make(index == 0 ? id : $"{id}-{index + 1}", [.. part]));
}
