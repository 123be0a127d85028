using System.Collections.Immutable;
using EduAnalytics.Contracts.Changes;
using EduAnalytics.Contracts.Districts;
using EduAnalytics.Contracts.Schools;
using EduAnalytics.Domain.Breakdowns;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Findings;
using EduAnalytics.Domain.Findings.Acknowledgements;
using EduAnalytics.Domain.Fitness;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Problems;
using EduAnalytics.Domain.Release;
using EduAnalytics.Domain.RollUps;
using EduAnalytics.Domain.Schools;
using EduAnalytics.Domain.Sources;
using EduAnalytics.Domain.Submissions;
using EduAnalytics.Grains.Breakdowns;
using EduAnalytics.Grains.Findings;
using EduAnalytics.Grains.Live;
using EduAnalytics.Grains.OrgUnits;
using EduAnalytics.Grains.RollUps;
using EduAnalytics.Grains.Submissions;
using EduAnalytics.Journal;
using EduAnalytics.Journal.Snapshots;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EduAnalytics.Grains.Schools;

/// <summary>One school. Thin: the ledger decides and counts, the journal keeps, the pusher passes on.</summary>
internal sealed class SchoolGrain(IJournal journal, Catalogue catalogue, ChangeBoard changes, TimeProvider time, ILogger<SchoolGrain> logger)
    : Grain, ISchoolGrain
{
    /// <summary>
    /// Bounds what an activation replays to some tens of milliseconds. A large school writes a large snapshot, and so more
    /// seldom: what is written for a line stays the same.
    /// </summary>
    private const int MostSubmissions = 512;
    private const int FewestLines = 2_048;
    private const int StudentsALine = 8;

    private readonly HeldPeriods periods = new();
    private OrgUnit unit = null!;
    private SchoolLedger ledger = null!;
    private SchoolMeasures measures = null!;
    private SchoolReplay replay = null!;
    private SubmissionPath submissions = null!;
    private Row row = null!;
    private LiveFindings findings = null!;
    private RowPusher pusher = null!;
    private ArrivalPusher arrivals = null!;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        unit = (await this.GetOrgUnitTree()).Require(this.GetPrimaryKeyString(), OrgUnitLevel.School);
        ledger = new SchoolLedger(unit.Stages is [var only] ? only : null, catalogue.Register);
        measures = new SchoolMeasures(unit, ledger, catalogue);
        row = new Row(unit.Id);
        findings = new LiveFindings(SchoolBook.Of(measures, ledger, catalogue), null, time);
        if (await journal.ReadSnapshotAsync(unit.Id.Code, cancellationToken) is { } snapshot)
            SnapshotCodec.TryRestore(snapshot, ledger, catalogue.Register);
        replay = new SchoolReplay(ledger, measures, row, findings, catalogue) { OnApplied = () => changes.Changed(unit.Id.Code) };
        submissions = new SubmissionPath(unit.Id.Code, journal, replay, time) { OnOvertaken = this.DeactivateOnIdle };
        await submissions.CatchUp(cancellationToken);
        replay.Waking = false;
        findings.Touch(row.Refresh(measures, measures.Keys));
        var district = GrainFactory.GetGrain<IDistrictGrain>(unit.Parent!.Value.Code);
        arrivals = new ArrivalPusher(unit.Id, district.Arrived, time, logger);
        pusher = new RowPusher(row, district.Accept, ServiceProvider.GetRequiredService<WaitingRows>(), time, logger);
        pusher.RowChanged();
        changes.Changed(unit.Id.Code);
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        pusher?.Stop();
        arrivals?.Stop();
        if (replay is { SubmissionsSinceSnapshot: > 0 })
            await TakeSnapshot(cancellationToken);
    }

    public Task<SubmissionOutcome> ReportFigures(FiguresSubmission submission) =>
        Accept(
            SourceKind.Figures,
            at => new FiguresReported(submission.Id, at, submission.Source, submission.Figures),
            today => FiguresRules.Check(submission, unit, catalogue, today));

    public Task<SubmissionOutcome> NameProblems(ProblemsSubmission submission) =>
        Accept(
            SourceKind.Problems,
            at => new ProblemsNamed(submission.Id, at, submission.Period, submission.Source, submission.Problems),
            today => ProblemRules.Check(submission, catalogue, today));

    public Task<SubmissionOutcome> RecordEnrolment(EnrolmentSubmission submission) =>
        Accept(
            SourceKind.Enrolment,
            at => new EnrolmentRecorded(submission.Id, at, submission.Events),
            today => EnrolmentRules.Check(submission, unit, ledger, today));

    public Task<SubmissionOutcome> RecordFitness(FitnessSubmission submission)
    {
        var marking = new FitnessMarking(submission.Results, catalogue.Fitness);
        return Accept(
            SourceKind.Fitness,
            at => new FitnessRecorded(submission.Id, at, marking.Results),
            today => FitnessRules.Check(submission, marking, unit, today));
    }

    public Task<SubmissionOutcome> EndMonth(Period month) => measures.WouldOwe(month)
        ? Accept(null, at => MonthEnded.At(at, month), _ => [])
        : Task.FromResult(SubmissionOutcome.OfAccepted(0, ledger.Sequence));

    public Task<SubmissionOutcome> Acknowledge(AcknowledgementSubmission submission) =>
        Accept(null, submission.At, _ => AcknowledgementRules.Check(submission));

    public Task<SubmissionOutcome> Withdraw(WithdrawalSubmission submission) =>
        Accept(null, submission.At, _ => AcknowledgementRules.Check(submission, ledger.Acknowledged));

    public Task<ImmutableArray<Acknowledgement>> Acknowledged() => Task.FromResult(ledger.Acknowledged.All);

    public Task<ImmutableArray<Acknowledgement>> AllAcknowledged() => Acknowledged();

    public Task<ImmutableArray<IndicatorValue>> Evaluate(ImmutableArray<ValueQuery> queries, Audience audience) =>
        Task.FromResult(queries.Evaluate(catalogue, query => query == unit.Id ? measures : null));

    public Task<ImmutableArray<ImmutableArray<Period>>> PeriodsWithData(
        ImmutableArray<OrgUnitId> units, ImmutableArray<string> indicators, SchoolStage? stage)
    {
        ImmutableArray<Period> own = [.. periods.Of(measures).WithData(indicators.Select(catalogue.Require), stage)];
        return Task.FromResult(units.Select(_ => own).ToImmutableArray());
    }

    public Task<ImmutableArray<Explanation>> Explain(ImmutableArray<ValueQuery> queries) =>
        Task.FromResult(queries.Explain(catalogue, new IndicatorExplainer(catalogue, measures, ledger.Stated, []), unit.Id));

    public Task<ImmutableArray<UnitBreakdown>> BreakDown(ImmutableArray<BreakdownQuery> queries) => Task.FromResult(queries
        .Select(query => SchoolBreakdown.Of(measures, ledger, query.Counted(catalogue), query.Period, catalogue))
        .ToImmutableArray());

    public Task<ImmutableArray<ProblemLedger>> ProblemLedgers() => Task.FromResult(ledger.Problems.All);

    public Task<ImmutableArray<UnitProblems>> AllProblemLedgers() => Task.FromResult(ledger.Problems.Of(unit.Id));

    public Task<ImmutableArray<long>> Versions(ImmutableArray<OrgUnitId> units) =>
        Task.FromResult(units.Select(asked => asked == unit.Id ? measures.Version : 0).ToImmutableArray());

    public Task<ImmutableArray<Finding>> Findings(OrgUnitId unit, Period? period) => Task.FromResult(findings.About(unit, period));

    public Task<ImmutableArray<Finding>> AllFindings(Period? period) => Task.FromResult(findings.All(period));

    public IAsyncEnumerable<ImmutableArray<Finding>> WatchFindings(
        Guid watch, ImmutableArray<OrgUnitId> units, CancellationToken cancellationToken = default) =>
        findings.Follow(watch, units, cancellationToken);

    public Task<bool> RefocusFindings(Guid watch, ImmutableArray<OrgUnitId> units) => Task.FromResult(findings.Refocus(watch, units));

    public Task<RowUpdate> RowSince(long version) => Task.FromResult(row.Since(version));

    /// <param name="kind">As what it counts among the arrivals; null for what brings no data.</param>
    private async Task<SubmissionOutcome> Accept(
        SourceKind? kind, Func<DateTimeOffset, JournalEvent> make, Func<DateOnly, ImmutableArray<SubmissionError>> check)
    {
        var outcome = await submissions.Accept(make, check);
        pusher.RowChanged();
        if (kind is { } arrived)
            arrivals.Accepted(arrived, outcome);
        if (replay.SubmissionsSinceSnapshot >= MostSubmissions || replay.LinesSinceSnapshot >= Math.Max(FewestLines, ledger.Students.Count / StudentsALine))
            await TakeSnapshot(CancellationToken.None);
        return outcome;
    }

    private async Task TakeSnapshot(CancellationToken cancellationToken)
    {
        try
        {
            await journal.WriteSnapshotAsync(SnapshotCodec.Encode(unit.Id, ledger, row, catalogue), cancellationToken);
            replay.OnSnapshot();
        }
        catch (JournalUnavailableException e)
        {
            logger.LogWarning(e, "No snapshot of {OrgUnit}; its next activation replays more.", unit.Id.Code);
        }
    }
}
