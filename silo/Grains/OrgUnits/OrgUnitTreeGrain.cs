using EduAnalytics.Contracts.Changes;
using EduAnalytics.Contracts.OrgUnits;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Submissions;
using EduAnalytics.Grains.Submissions;
using EduAnalytics.Journal;

namespace EduAnalytics.Grains.OrgUnits;

/// <summary>The tree of org units, replayed from its own journal.</summary>
internal sealed class OrgUnitTreeGrain : Grain, IOrgUnitTreeGrain, IReplayable
{
    private readonly SubmissionPath submissions;
    private OrgUnitTree tree = OrgUnitTree.Empty;

    private readonly ChangeBoard changes;

    public OrgUnitTreeGrain(IJournal journal, TimeProvider time, ChangeBoard changes)
    {
        this.changes = changes;
        submissions = new SubmissionPath(IOrgUnitTreeGrain.Key, journal, this, time) { OnOvertaken = this.DeactivateOnIdle };
    }

    public long Sequence => tree.Version;

    public long Version => tree.Version;

    public override Task OnActivateAsync(CancellationToken cancellationToken) => submissions.CatchUp(cancellationToken);

    public Task<SubmissionOutcome> Register(OrgUnitsSubmission submission) =>
        submissions.Accept(
            at => new OrgUnitsRegistered(submission.Id, at, submission.Units),
            _ => OrgUnitRules.Check(submission, tree));

    public Task<OrgUnitTree?> NewerThan(long version) => Task.FromResult(tree.Version > version ? tree : null);

    public void Apply(JournalEvent journalEvent)
    {
        tree = tree.After(((OrgUnitsRegistered)journalEvent).Units);
        changes.Changed(IOrgUnitTreeGrain.Key);
    }
}
