using System.Collections.Immutable;
using EduAnalytics.Domain.Submissions;

namespace EduAnalytics.Domain.Views;

/// <summary>The views of one owner, as the owner's events make them.</summary>
public sealed class SavedViews
{
    private readonly Dictionary<string, SavedView> views = new(StringComparer.Ordinal);

    /// <summary>Events applied; equals the journal's sequence of the newest.</summary>
    public long Sequence { get; private set; }

    public int Count => views.Count;

    public int PinnedCount => views.Values.Count(view => view.Pinned);

    /// <summary>The pinned ones first, each group by name.</summary>
    public ImmutableArray<SavedView> All =>
    [
        .. views.Values.OrderByDescending(view => view.Pinned)
            .ThenBy(view => view.Name, StringComparer.OrdinalIgnoreCase).ThenBy(view => view.Id, StringComparer.Ordinal),
    ];

    public SavedView? Find(string id) => views.GetValueOrDefault(id);

    /// <summary>The view of that name; null where there is none.</summary>
    public SavedView? FindNamed(string name) =>
        views.Values.FirstOrDefault(view => string.Equals(view.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <exception cref="ArgumentException">The event is not about views.</exception>
    public void Apply(JournalEvent journalEvent)
    {
        switch (journalEvent)
        {
            case ViewSaved saved:
                views[saved.SubmissionId] = new SavedView(saved.SubmissionId, saved.Name, saved.Address, saved.Pinned);
                break;
            case ViewRenamed renamed:
                views[renamed.View] = views[renamed.View] with { Name = renamed.Name };
                break;
            case ViewPinned pinned:
                views[pinned.View] = views[pinned.View] with { Pinned = true };
                break;
            case ViewUnpinned unpinned:
                views[unpinned.View] = views[unpinned.View] with { Pinned = false };
                break;
            case ViewDeleted deleted:
                views.Remove(deleted.View);
                break;
            default:
                throw new ArgumentException($"{journalEvent.GetType().Name} is not about views.", nameof(journalEvent));
        }

        Sequence++;
    }
}
