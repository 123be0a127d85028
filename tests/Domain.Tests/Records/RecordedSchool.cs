using System.Collections.Immutable;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Schools;
using EduAnalytics.Domain.Schools.Counting;
using EduAnalytics.Domain.Schools.Register;
using EduAnalytics.Domain.Submissions;

namespace EduAnalytics.Domain.Tests.Records;

/// <summary>A school whose counts are kept by every kind of period, with monthly reports owed from September to June.</summary>
internal sealed class RecordedSchool
{
    private static readonly PeriodType[] all = Enum.GetValues<PeriodType>();
    private static readonly SchoolStage[] stages = [SchoolStage.Primary, SchoolStage.Junior, SchoolStage.Senior];

    public static readonly RegisterReasons Reasons = new(
    [
        new("DECEASED", "死亡", "Deceased", ReasonMeaning.Deceased),
        new("ABROAD", "出国", "Went abroad", ReasonMeaning.Abroad),
        new("TRANSFERRED_IN", "转入", "Transferred in", ReasonMeaning.TransferredIn),
    ]);

    public static readonly Catalogue Catalogue = new(
        [
            .. CountedMeasures.All.Select(CountedMeasures.CodeOf).Select(code => code switch
            {
                MeasureCodes.DroppedOut => Kept(code) with { ReportMonths = [1, 2, 3, 4, 5, 6, 9, 10, 11, 12] },
                MeasureCodes.EnteredCohort => Kept(code) with { Stages = [SchoolStage.Junior], ReportedBy = [SchoolStage.Primary, SchoolStage.Junior] },
                MeasureCodes.EnteredJuniorCohort => Kept(code) with { Stages = [SchoolStage.Junior], ReportedBy = [SchoolStage.Junior] },
                _ => Kept(code),
            }),
            Kept(MeasureCodes.MonthsExpected) with { Stages = [], ReportedBy = [] },
            Kept(MeasureCodes.MonthsReported) with { Stages = [], ReportedBy = [] },
        ],
        [
            new Indicator("dropout.rate", "", "", "", "percent", 2, Direction.LowerIsBetter, "", null,
                new Formula.Ratio([MeasureCodes.DroppedOut], [MeasureCodes.Enrolled], 100), [.. all], [.. stages], []),
            new Indicator("retention.rate", "", "", "", "percent", 2, Direction.HigherIsBetter, "", null,
                new Formula.Ratio([MeasureCodes.Graduated], [MeasureCodes.EnteredCohort], 100, AcrossSchools: true),
                [PeriodType.Year, PeriodType.SchoolYear], [SchoolStage.Junior], []),
        ]);

    private readonly OrgUnit unit;
    private readonly SchoolMeasures measures;
    private int submissions;

    public RecordedSchool(OrgUnit unit)
    {
        this.unit = unit;
        Ledger = new SchoolLedger(unit.Stages is [var only] ? only : null, Reasons);
        measures = new SchoolMeasures(unit, Ledger, Catalogue);
    }

    public SchoolLedger Ledger { get; }

    public SchoolMeasures Measures => measures;

    /// <summary>Records the events one by one, each held to the rules.</summary>
    public RecordedSchool Record(params (string Student, EnrolmentKind Kind, string Date, int? Grade, string? Reason)[] events)
    {
        foreach (var (student, kind, date, grade, reason) in events)
            Assert.Empty(TryRecord(new EnrolmentEvent(student, kind, DateOnly.Parse(date, null), grade, null, reason)));
        return this;
    }

    public RecordedSchool Enrol(string student, string date, int? grade = null, string? reason = null) =>
        Record((student, EnrolmentKind.Enrolled, date, grade, reason));

    public RecordedSchool Step(string student, EnrolmentKind kind, string date, string? reason = null) =>
        Record((student, kind, date, null, reason));

    public ImmutableArray<SubmissionError> TryRecord(EnrolmentEvent recorded)
    {
        var submission = new EnrolmentSubmission($"s{++submissions}", unit.Id, [recorded]);
        var errors = EnrolmentRules.Check(submission, unit, Ledger, Field.Today);
        if (errors.IsEmpty)
            Ledger.Apply(new EnrolmentRecorded(submission.Id, Field.Noon, submission.Events));
        return errors;
    }

    /// <summary>Gives the monthly dropout report, of nobody unless a number is given.</summary>
    public RecordedSchool Report(string month, int droppedOut = 0)
    {
        Ledger.Apply(ReportOf(month, droppedOut));
        return this;
    }

    public static FiguresReported ReportOf(string month, int droppedOut = 0) => new(
        $"r{month}", Field.Noon, new Source("月报", null), [new Figure(MeasureCodes.DroppedOut, Period.Parse(month), null, droppedOut)]);

    /// <summary>The dropout rate as the school shows it, in per cent.</summary>
    public decimal? Rate(string period) =>
        IndicatorCalculator.Evaluate(Catalogue.FindIndicator("dropout.rate")!, Period.Parse(period), null, measures).Value;

    public decimal? this[CountedMeasure measure, string period, SchoolStage? stage = null] => Of(CountedMeasures.CodeOf(measure), period, stage);

    public decimal? Of(string code, string period, SchoolStage? stage = null) =>
        measures.TrySummed(new MeasureKey(code, Period.Parse(period), stage), out var total) ? total.Value : null;

    /// <summary>The nine-year retention rate as the school shows it, in per cent.</summary>
    public decimal? RetentionRate(string period) => IndicatorCalculator
        .Evaluate(Catalogue.FindIndicator("retention.rate")!, Period.Parse(period), SchoolStage.Junior, measures).Value;

    private static Measure Kept(string code) => new(code, code, code, "students", true, true, [.. all], [.. stages]);
}
