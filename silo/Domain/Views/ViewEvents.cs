using EduAnalytics.Domain.Submissions;

namespace EduAnalytics.Domain.Views;

/// <summary>A reader saved a view; its id is the submission's.</summary>
public sealed record ViewSaved(string SubmissionId, DateTimeOffset AcceptedAt, string Name, string Address, bool Pinned)
    : JournalEvent(SubmissionId, AcceptedAt)
{
    public override int Count => 1;
}

public sealed record ViewRenamed(string SubmissionId, DateTimeOffset AcceptedAt, string View, string Name)
    : JournalEvent(SubmissionId, AcceptedAt)
{
    public override int Count => 1;
}

/// <summary>A view was put on its owner's home page.</summary>
public sealed record ViewPinned(string SubmissionId, DateTimeOffset AcceptedAt, string View)
    : JournalEvent(SubmissionId, AcceptedAt)
{
    public override int Count => 1;
}

/// <summary>A view was taken from its owner's home page.</summary>
public sealed record ViewUnpinned(string SubmissionId, DateTimeOffset AcceptedAt, string View)
    : JournalEvent(SubmissionId, AcceptedAt)
{
    public override int Count => 1;
}

public sealed record ViewDeleted(string SubmissionId, DateTimeOffset AcceptedAt, string View)
    : JournalEvent(SubmissionId, AcceptedAt)
{
    public override int Count => 1;
}
