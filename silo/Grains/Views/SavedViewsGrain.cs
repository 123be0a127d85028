using System.Collections.Immutable;
using EduAnalytics.Contracts.Views;
using EduAnalytics.Domain.Submissions;
using EduAnalytics.Domain.Views;
using EduAnalytics.Grains.Submissions;
using EduAnalytics.Journal;

namespace EduAnalytics.Grains.Views;

/// <summary>One owner's saved views, replayed from their own journal.</summary>
internal sealed class SavedViewsGrain : Grain, ISavedViewsGrain, IReplayable
{
    private readonly SavedViews views = new();
    private readonly SubmissionPath submissions;

    public SavedViewsGrain(IJournal journal, TimeProvider time) =>
        submissions = new SubmissionPath(this.GetPrimaryKeyString(), journal, this, time) { OnOvertaken = this.DeactivateOnIdle };

    public long Sequence => views.Sequence;

    public long Version => views.Sequence;

    public override Task OnActivateAsync(CancellationToken cancellationToken) => submissions.CatchUp(cancellationToken);

    public Task<ImmutableArray<SavedView>> All() => Task.FromResult(views.All);

    public Task<SubmissionOutcome> Save(string submissionId, string name, string address, bool pinned) =>
        Accept(at => new ViewSaved(submissionId, at, name.Trim(), address, pinned), ViewRules.Check);

    public Task<SubmissionOutcome> Rename(string submissionId, string view, string name) =>
        Accept(at => new ViewRenamed(submissionId, at, view, name.Trim()), ViewRules.Check);

    public Task<SubmissionOutcome> Pin(string submissionId, string view, bool pinned) => pinned
        ? Accept(at => new ViewPinned(submissionId, at, view), ViewRules.Check)
        : Accept(at => new ViewUnpinned(submissionId, at, view), ViewRules.Check);

    public Task<SubmissionOutcome> Delete(string submissionId, string view) =>
        Accept(at => new ViewDeleted(submissionId, at, view), ViewRules.Check);

    public void Apply(JournalEvent journalEvent) => views.Apply(journalEvent);

    private Task<SubmissionOutcome> Accept<TEvent>(
        Func<DateTimeOffset, TEvent> make, Func<TEvent, SavedViews, ImmutableArray<SubmissionError>> check)
        where TEvent : JournalEvent
    {
        // What is wrong with a change does not depend on its time.
        var asked = make(default);
        return submissions.Accept(make, _ => check(asked, views));
    }
}
