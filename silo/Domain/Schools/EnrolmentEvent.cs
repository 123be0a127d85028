namespace EduAnalytics.Domain.Schools;

public enum EnrolmentKind
{
    Enrolled,
    DroppedOut,
    Returned,
    TransferredOut,
    Graduated,
}

public enum Sex
{
    Male,
    Female,
}

/// <summary>One step of a student's way through a school.</summary>
/// <param name="Student">The sender's pseudonymous id for the student; never a name or an identity number.</param>
/// <param name="Grade">1 to 12, as of the event's school year; null in kindergartens and where the school has one stage only.</param>
/// <param name="Reason">The register's reason, as sent.</param>
public sealed record EnrolmentEvent(string Student, EnrolmentKind Kind, DateOnly Date, int? Grade, Sex? Sex, string? Reason);
