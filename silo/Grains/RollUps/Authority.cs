using System.Collections.Immutable;
using EduAnalytics.Contracts.Changes;
using EduAnalytics.Contracts.Replicas;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Findings;
using EduAnalytics.Domain.Findings.Acknowledgements;
using EduAnalytics.Domain.Findings.Peers;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.Live;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Problems;
using EduAnalytics.Domain.Release;
using EduAnalytics.Domain.RollUps;
using EduAnalytics.Domain.Sources;
using EduAnalytics.Domain.Standards;
using EduAnalytics.Domain.Submissions;
using EduAnalytics.Grains.Findings;
using EduAnalytics.Grains.Live;
using EduAnalytics.Grains.Submissions;
using EduAnalytics.Journal;
using EduAnalytics.Journal.Snapshots;

namespace EduAnalytics.Grains.RollUps;

/// <summary>
/// What a district and a city have in common: a ledger of their own statements, a row for each child, sums over the rows,
/// a row of their own, and readers who follow. Used on its grain's scheduler only.
/// </summary>
internal sealed class Authority : IReplayable
{
    private readonly Catalogue catalogue;
    private readonly IJournal journal;
    private readonly ChangeBoard changes;
    private readonly AuthorityLedger ledger = new();
    private readonly RollUp rollUp;
    private readonly SubmissionPath submissions;
    private readonly WatcherList watchers;
    private readonly LiveFindings findings;
    private readonly ReleaseBook release;
    private readonly EvaluatedValues evaluated = new();
    private readonly HeldPeriods periods = new();
    private readonly Guid activation = Guid.NewGuid();
    private readonly Func<ValueQuery, IndicatorValue> evaluateOne;
    private readonly RecentChanges recent;
    private AuthorityMeasures measures;
    private ReleaseScope? releaseScope;
    private int sinceSnapshot;

    /// <param name="evaluate">Evaluates for watchers, with what stands above the authority asked first; null where nobody watches.</param>
    public Authority(
        OrgUnitId unit, OrgUnitTree tree, Catalogue catalogue, IJournal journal, ChangeBoard changes, TimeProvider time,
        Func<ImmutableArray<ValueQuery>, Task<ImmutableArray<IndicatorValue>>>? evaluate = null)
    {
        this.catalogue = catalogue;
        this.journal = journal;
        this.changes = changes;
        evaluateOne = query => query.Evaluate(catalogue, FindMeasures);
        Tree = tree;
        Row = new Row(unit);
        rollUp = new RollUp(catalogue);
        measures = new AuthorityMeasures(tree.Find(unit)!, tree, ledger, rollUp, catalogue);
        submissions = new SubmissionPath(unit.Code, journal, this, time);
        watchers = new WatcherList(catalogue, time, evaluate ?? (queries => Task.FromResult(Evaluate(queries, Audience.Everyone))), FindMeasures);
        release = new ReleaseBook(catalogue.Counts, ReleaseScopeNow);
        Marks = new ReleaseMarks(catalogue, release);
        recent = new RecentChanges(catalogue, time, queries => Evaluate(queries, Audience.Staff));
        findings = new LiveFindings(
            new FindingBook(catalogue.Rulebook, measures.Unit, () => new FindingScope(catalogue, measures, ledger.Stated, Tree) { Problems = ledger.Problems }),
            new PeerBook(catalogue.Rulebook, catalogue, FindMeasures),
            time);
    }

    public OrgUnit Unit => measures.Unit;

    /// <inheritdoc cref="SubmissionPath.OnOvertaken"/>
    public Action? OnOvertaken
    {
        init => submissions.OnOvertaken = value;
    }

    public OrgUnitTree Tree { get; private set; }

    /// <summary>What was said of the findings about the authority.</summary>
    public AcknowledgedFindings Acknowledged => ledger.Acknowledged;

    /// <summary>The problems that the authority names itself.</summary>
    public NamedProblems Problems => ledger.Problems;

    public Row Row { get; }

    /// <summary>Which of what is answered here is for the units' own staff only.</summary>
    public ReleaseMarks Marks { get; }

    public long Sequence => ledger.Sequence;

    public long Version => measures.Version;

    /// <summary>What an answer given now rests on, but for what the unit above withholds.</summary>
    public AnswerVersion AnswerVersion => new(Unit.Id, activation, measures.Version, Tree.Version, release.HeardBelow);

    public ImmutableArray<OrgUnit> Children => Tree.ChildrenOf(Unit.Id);

    /// <summary>Brings the authority's own statements up to the journal.</summary>
    public async Task Load(CancellationToken cancellationToken)
    {
        if (await journal.ReadSnapshotAsync(Unit.Id.Code, cancellationToken) is { } snapshot && SnapshotCodec.TryRestore(snapshot, ledger))
            NoteOwn(measures.Keys);
        await submissions.CatchUp(cancellationToken);
    }

    /// <summary>All that happened before is brought in; what changes from now on is news.</summary>
    public void Awake()
    {
        recent.IsOn = true;
        release.FollowSteps();
    }

    /// <summary>Which values of the unit and its children moved lately, unmarked, the newest first.</summary>
    public ImmutableArray<RecentChange> RecentChanges() => recent.Within(ChangeLog.Window);

    public Task<SubmissionOutcome> ReportFigures(FiguresSubmission submission) =>
        submissions.Accept(
            at => new FiguresReported(submission.Id, at, submission.Source, submission.Figures),
            today => FiguresRules.Check(submission, Unit, catalogue, today));

    public Task<SubmissionOutcome> NameProblems(ProblemsSubmission submission) =>
        submissions.Accept(
            at => new ProblemsNamed(submission.Id, at, submission.Period, submission.Source, submission.Problems),
            today => ProblemRules.Check(submission, catalogue, today));

    public Task<SubmissionOutcome> Acknowledge(AcknowledgementSubmission submission) =>
        submissions.Accept(submission.At, _ => AcknowledgementRules.Check(submission));

    /// <summary>The newest month that the schools below have been told is over; null for none.</summary>
    public Period? NewestMonthEnded => ledger.NewestMonthEnded;

    public Task<SubmissionOutcome> EndMonth(Period month) => submissions.Accept(at => MonthEnded.At(at, month), _ => []);

    public Task<SubmissionOutcome> Withdraw(WithdrawalSubmission submission) =>
        submissions.Accept(submission.At, _ => AcknowledgementRules.Check(submission, ledger.Acknowledged));

    public void Apply(JournalEvent journalEvent)
    {
        if (journalEvent is FiguresReported stated)
            recent.Expect(Unit.Id, stated.Figures.Select(figure => catalogue.Normalise(figure.Key)));
        ledger.Apply(journalEvent);
        sinceSnapshot++;
        NoteOwn(ledger.Stated.Keys(catalogue));

        // A value stated again changes no sum, but may bring another source.
        if (journalEvent is FiguresReported reported)
            findings.Touch(reported.Figures.Select(figure => catalogue.Normalise(figure.Key)));

        // A ledger of problems changes no cell, but what is missed in its time may be named now, or no longer.
        if (journalEvent is ProblemsNamed)
            findings.Touch(measures.Keys);
        changes.Changed(Unit.Id.Code);
    }

    /// <summary>Takes a child's row into the sums.</summary>
    /// <exception cref="ArgumentException">The unit is no child of this one.</exception>
    public RowReceipt Accept(RowUpdate update) => AcceptAll([update])[0];

    /// <summary>Takes children's rows; what follows from them is made once, when all are in.</summary>
    /// <returns>A receipt for each, in their order.</returns>
    /// <exception cref="ArgumentException">A unit is no child of this one.</exception>
    public IReadOnlyList<RowReceipt> AcceptAll(IEnumerable<RowUpdate> updates)
    {
        var changed = new HashSet<MeasureKey>();
        List<RowReceipt> receipts = [.. updates.Select(update => Take(update, changed))];
        NoteOwn(changed);
        changes.Changed(Unit.Id.Code);
        return receipts;
    }

    /// <exception cref="ArgumentException">The unit is no child of this one.</exception>
    public OrgUnit RequireChild(OrgUnitId unit) => Tree.Find(unit) is { } child && child.Parent == Unit.Id
        ? child
        : throw new ArgumentException($"{unit} is no child of {Unit.Id}.", nameof(unit));

    /// <summary>The unit above holds a newer row than this one, of an activation that knew more: the numbering goes on above that.</summary>
    public void GoOnAbove(long version)
    {
        rollUp.RaiseVersion(Math.Max(0, version + 1 - measures.Version));
        Row.Renew(measures.Version);
        changes.Changed(Unit.Id.Code);
    }

    /// <summary>The version held of a child's row; 0 for none.</summary>
    public long HeldOf(OrgUnitId child) => rollUp.HeldOf(child);

    public bool Knows(OrgUnitId child) => Tree.Find(child)?.Parent == Unit.Id;

    /// <summary>More units are expected to report now, or fewer, or one was named anew.</summary>
    public void AdoptTree(OrgUnitTree tree)
    {
        Tree = tree;
        measures = new AuthorityMeasures(tree.Find(Unit.Id)!, tree, ledger, rollUp, catalogue);
        NoteOwn(measures.Keys);

        // How many schools stand in the tree is part of some findings.
        findings.Touch(measures.Keys);
        changes.Changed(Unit.Id.Code);
    }

    public ImmutableArray<Finding> Findings(OrgUnitId about, Period? period) => findings.About(about, period);

    public ImmutableArray<Finding> AllFindings(Period? period) => findings.All(period);

    public IAsyncEnumerable<ImmutableArray<Finding>> FollowFindings(
        Guid watch, ImmutableArray<OrgUnitId> units, CancellationToken cancellationToken) =>
        findings.Follow(watch, units, cancellationToken);

    public void TellWord(FindingId finding, Acknowledgement? word) => findings.TellWord(finding, word);

    public bool RefocusFindings(Guid watch, ImmutableArray<OrgUnitId> units) => findings.Refocus(watch, units);

    public ImmutableArray<IndicatorValue> Evaluate(ImmutableArray<ValueQuery> queries, Audience audience)
    {
        evaluated.HoldFor(measures);
        var values = ImmutableArray.CreateBuilder<IndicatorValue>(queries.Length);
        foreach (var query in queries)
        {
            var value = evaluated.ValueOf(query, evaluateOne);
            values.Add(audience == Audience.Staff ? value : Marks.Mark(value));
        }

        return values.MoveToImmutable();
    }

    /// <summary>Answers of one moment, resting on the version of that moment and on what else is named.</summary>
    public VersionedAnswers Answer(ReplicaQuestion question, Audience audience, params ReadOnlySpan<AnswerVersion> above) => new(
        Evaluate(question.Values, audience),
        [.. question.Periods.Select(asked => PeriodsWithData(asked.Unit, [asked.Indicator], asked.Stage))],
        [AnswerVersion, .. above]);

    /// <summary>The groups and years of counts for which the unit above must be asked before the cells' marks are right.</summary>
    public ImmutableArray<YearOfCounts> YearsOf(IEnumerable<MeasureKey> cells) => release.YearsOf(cells);

    /// <summary>Takes over how far the unit above has closed this one.</summary>
    public void Heed(ImmutableArray<YearOfCounts> years, ImmutableArray<Closed> closed) => release.Heed(years, closed);

    /// <inheritdoc cref="ReleaseBook.HeldIn"/>
    public ImmutableArray<Closure> HeldIn(ImmutableArray<YearOfCounts> years) => release.HeldIn(years);

    /// <summary>The children to be asked how far they hold back their totals, with the versions held of their rows.</summary>
    public ImmutableArray<(OrgUnitId Child, long Version)> UnheardBelow(ImmutableArray<YearOfCounts> years) =>
        [.. release.UnheardBelow(years).Select(child => (child, rollUp.TryFindRow(child, out var row) ? row.Version : 0))];

    /// <inheritdoc cref="ReleaseBook.HeedBelow"/>
    public void HeedBelow(OrgUnitId child, long version, ImmutableArray<YearOfCounts> years, ImmutableArray<Closure> held) =>
        release.HeedBelow(child, version, years, held);

    /// <summary>
    /// Other units withhold less than was taken for granted while they did not answer: kept answers are out of date, and
    /// whoever follows is told the values anew.
    /// </summary>
    public void MarksChanged(ImmutableArray<YearOfCounts> years)
    {
        changes.Changed(Unit.Id.Code);
        watchers.Note(Unit.Id, measures.Keys.Where(key => release.YearsOf([key]).Any(years.Contains)));
    }

    public ImmutableArray<Closed> ClosedOf(OrgUnitId child, ImmutableArray<YearOfCounts> years) => release.ClosedOf(child, years);

    public ImmutableArray<Period> PeriodsWithData(OrgUnitId unit, ImmutableArray<string> indicators, SchoolStage? stage) =>
        FindMeasures(unit) is { } found ? [.. periods.Of(found).WithData(indicators.Select(catalogue.Require), stage)] : [];

    public ImmutableArray<Explanation> Explain(ImmutableArray<ValueQuery> queries) =>
    [
        .. queries.Explain(catalogue, Explainer, Unit.Id)
            .Zip(queries, (explanation, query) => Marks.Mark(explanation, query.Indicator, query.Period, query.Stage)),
    ];

    public ImmutableArray<FoundSources> FindSources(ImmutableArray<SourceQuestion> questions, int first) =>
        [.. questions.Select(question => Explainer.FindSources(question).Cut(first))];

    /// <summary>A school without a row is assessed too: it has no data, and does not vanish from the list.</summary>
    public ComplianceReport Assess(OrgUnitId unit, string standard, Period period)
    {
        var found = FindMeasures(unit) ?? throw new ArgumentException($"No answer here for {unit}.", nameof(unit));
        var asked = catalogue.FindStandard(standard) ?? throw new ArgumentException($"No standard '{standard}'.", nameof(standard));
        var schools = unit == Unit.Id ? Children.Select(child => FindMeasures(child.Id)!).ToList() : [];
        return Marks.Mark(new ComplianceAssessor(catalogue, found, schools).Assess(asked, period), asked);
    }

    public ImmutableArray<long> Versions(ImmutableArray<OrgUnitId> units) =>
        [.. units.Select(unit => FindMeasures(unit)?.Version ?? 0)];

    public IAsyncEnumerable<ImmutableArray<IndicatorValue>> Follow(
        Guid watch, ImmutableArray<OrgUnitId> units, ImmutableArray<string> indicators, CancellationToken cancellationToken) =>
        watchers.Follow(watch, units, indicators, cancellationToken);

    public Task<bool> Refocus(Guid watch, ImmutableArray<OrgUnitId> units, ImmutableArray<string> indicators) =>
        watchers.Refocus(watch, units, indicators);

    /// <summary>Shortens the next activation's replay, where there is anything to shorten.</summary>
    public async Task TakeSnapshot(CancellationToken cancellationToken)
    {
        if (sinceSnapshot == 0)
            return;
        await journal.WriteSnapshotAsync(SnapshotCodec.Encode(Unit.Id, ledger), cancellationToken);
        sinceSnapshot = 0;
    }

    private IndicatorExplainer Explainer => new(catalogue, measures, ledger.Stated, rollUp.Rows);

    private RowReceipt Take(RowUpdate update, HashSet<MeasureKey> changed)
    {
        var child = RequireChild(update.Child);
        var own = new HashSet<MeasureKey>();

        // Of a child that nothing is held of, everything is new, and nothing is a change. A district's row has a version before
        // it has a cell, since it knows the tree.
        var isKnown = rollUp.TryFindRow(update.Child, out var held) && held.Keys.Any();
        if (isKnown)
            ExpectFrom(update);
        var receipt = rollUp.Accept(child, update, own);
        watchers.Note(update.Child, own);
        if (isKnown)
            recent.Note(update.Child, own);
        findings.Touch(update.Child, own);
        changed.UnionWith(own);
        return receipt;
    }

    private void NoteOwn(IEnumerable<MeasureKey> touched)
    {
        var changed = Row.Refresh(measures, catalogue.WithDerived(touched).Distinct());
        watchers.Note(Unit.Id, changed);
        recent.Note(Unit.Id, changed);
        findings.Touch(changed);
    }

    private void ExpectFrom(RowUpdate update)
    {
        recent.Expect(update.Child, update.Cells.Select(cell => cell.Key));
        recent.Expect(Unit.Id, update.Cells.Select(cell => cell.Key));
    }

    private ReleaseScope ReleaseScopeNow()
    {
        var version = measures.Version + Tree.Version;
        if (releaseScope is null || releaseScope.Version != version || releaseScope.Own != measures)
            releaseScope = new ReleaseScope(measures, [.. Children.Select(child => child.Id)], child => rollUp.TryFindRow(child, out var row) ? row : null, version);
        return releaseScope;
    }

    private IMeasures? FindMeasures(OrgUnitId unit)
    {
        if (unit == Unit.Id)
            return measures;
        if (rollUp.TryFindRow(unit, out var row))
            return row;
        return Tree.Find(unit) is { } child && child.Parent == Unit.Id ? new NoMeasures(child) : null;
    }
}
