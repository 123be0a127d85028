using System.Collections.Immutable;
using EduAnalytics.Domain.Submissions;

namespace EduAnalytics.Domain.Views;

/// <summary>What makes a change of an owner's views impossible. Names come with nothing around them.</summary>
public static class ViewRules
{
    public const int LongestName = 80;

    /// <summary>Of one owner: what a person still finds again in a list.</summary>
    public const int MostViews = 200;

    /// <summary>On one home page: each is a plot to be drawn.</summary>
    public const int MostPinned = 12;

    public static ImmutableArray<SubmissionError> Check(ViewSaved saved, SavedViews views)
    {
        var errors = new SubmissionErrors(saved.SubmissionId, 1);
        CheckName(saved.Name, null, views, errors);
        if (ViewAddress.Problem(saved.Address) is { } problem)
            errors.Add(SubmissionErrorCodes.BadAddress, problem, null, "address");
        if (views.Count >= MostViews)
            errors.Add(SubmissionErrorCodes.TooManyViews, $"There are {MostViews} views already, which is the most one reader can keep. Delete one first.", null, null);
        if (saved.Pinned)
            CheckRoom(views, errors);
        return errors.ToImmutable();
    }

    public static ImmutableArray<SubmissionError> Check(ViewRenamed renamed, SavedViews views)
    {
        var errors = new SubmissionErrors(renamed.SubmissionId, 1);
        CheckName(renamed.Name, renamed.View, views, errors);
        Find(renamed.View, views, errors);
        return errors.ToImmutable();
    }

    public static ImmutableArray<SubmissionError> Check(ViewPinned pinned, SavedViews views)
    {
        var errors = new SubmissionErrors(pinned.SubmissionId, 1);
        if (Find(pinned.View, views, errors) is { Pinned: false })
            CheckRoom(views, errors);
        return errors.ToImmutable();
    }

    public static ImmutableArray<SubmissionError> Check(ViewUnpinned unpinned, SavedViews views) => CheckKnown(unpinned.SubmissionId, unpinned.View, views);

    public static ImmutableArray<SubmissionError> Check(ViewDeleted deleted, SavedViews views) => CheckKnown(deleted.SubmissionId, deleted.View, views);

    private static ImmutableArray<SubmissionError> CheckKnown(string submissionId, string view, SavedViews views)
    {
        var errors = new SubmissionErrors(submissionId, 1);
        Find(view, views, errors);
        return errors.ToImmutable();
    }

    /// <param name="own">The view that is to have the name, which may keep it; null for a new one.</param>
    private static void CheckName(string name, string? own, SavedViews views, SubmissionErrors errors)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Any(char.IsControl))
            errors.Add(SubmissionErrorCodes.Missing, $"Give the view a name of 1 to {LongestName} printable characters.", null, "name");
        else if (name.Length > LongestName)
            errors.Add(SubmissionErrorCodes.NameTooLong, $"A view's name has at most {LongestName} characters; {name.Length} were given.", null, "name");
        else if (views.FindNamed(name) is { } other && other.Id != own)
            errors.Add(SubmissionErrorCodes.NameTaken, $"Another of your views is called '{other.Name}'. Choose another name, or delete that one first.", null, "name");
    }

    private static void CheckRoom(SavedViews views, SubmissionErrors errors)
    {
        if (views.PinnedCount >= MostPinned)
            errors.Add(SubmissionErrorCodes.TooManyPinned, $"{MostPinned} views are pinned already, which is the most that a home page has. Unpin one first.", null, "pinned");
    }

    /// <summary>Another owner's view is as unknown as one that was never saved.</summary>
    private static SavedView? Find(string view, SavedViews views, SubmissionErrors errors)
    {
        var found = views.Find(view);
        if (found is null)
            errors.Add(SubmissionErrorCodes.UnknownView, "You have no such view; it may have been deleted. Read your views again.", null, "view");
        return found;
    }
}
