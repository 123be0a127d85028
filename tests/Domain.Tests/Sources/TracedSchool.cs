using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Fitness;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Schools;
using EduAnalytics.Domain.Schools.Counting;
using EduAnalytics.Domain.Sources;
using EduAnalytics.Domain.Submissions;
using EduAnalytics.Domain.Tests.Records;

namespace EduAnalytics.Domain.Tests.Sources;

/// <summary>A school's journal, and what is found in it behind a measure: <c>id×lines</c> of each submission, the newest first.</summary>
internal sealed class TracedSchool(OrgUnit unit)
{
    /// <summary>The counts of <see cref="RecordedSchool"/>, each also as an indicator of its own.</summary>
    public static readonly Catalogue Catalogue = new(
        RecordedSchool.Catalogue.Measures.Where(measure => measure.Derivation is null),
        [
            .. RecordedSchool.Catalogue.Indicators,
            .. CountedMeasures.All.Select(CountedMeasures.CodeOf).Append(MeasureCodes.MonthsReported).Select(code => new Indicator(
                $"sum.{code}", "", "", "", "students", 0, Direction.Neutral, "", null, new Formula.Sum([code]), [], [], [])),
        ])
    {
        Register = RecordedSchool.Reasons,
    };

    private readonly List<JournalEvent> journal = [];

    public TracedSchool Enrolment(string id, params (string Student, EnrolmentKind Kind, string Date)[] lines) =>
        Append(new EnrolmentRecorded(id, Next, [.. lines.Select(line => new EnrolmentEvent(line.Student, line.Kind, DateOnly.Parse(line.Date, null), null, null, null))]));

    public TracedSchool Fitness(string id, params (string Student, string Date, decimal? Score)[] lines) =>
        Append(new FitnessRecorded(id, Next, [.. lines.Select(line => new FitnessResult(line.Student, DateOnly.Parse(line.Date, null), 7, Sex.Female, line.Score))]));

    public TracedSchool Figures(string id, params (string Code, string Period, decimal Value)[] lines) =>
        Append(new FiguresReported(id, Next, new Source("月报", null), [.. lines.Select(line => new Figure(line.Code, Period.Parse(line.Period), null, line.Value))]));

    public TracedSchool Append(JournalEvent journalEvent)
    {
        journal.Add(journalEvent);
        return this;
    }

    public IReadOnlyList<string> Behind(CountedMeasure measure, string period) => Behind($"sum.{CountedMeasures.CodeOf(measure)}", period);

    public IReadOnlyList<string> Behind(string indicator, string period, string? part = null) =>
        [.. Find(indicator, period, part).Newest.Select(source => $"{source.SubmissionId}×{source.Lines}")];

    public FoundSources Find(string indicator, string period, string? part = null)
    {
        var trace = new SourceTrace(unit, Catalogue, [new SourceQuestion(indicator, Period.Parse(period), null, part, journal.Count)]);
        foreach (var journalEvent in journal)
            trace.Apply(journalEvent);
        return trace.Answers()[0];
    }

    /// <summary>Each submission is accepted a minute after the one before.</summary>
    private DateTimeOffset Next => Field.Noon.AddMinutes(journal.Count);
}
