namespace EduAnalytics.Domain.Schools;

public enum EnrolmentKind
{
    Enrolled,

    /// <summary>A dropout, confirmed; whether or not it was suspected before.</summary>
    DroppedOut,
    Returned,

    /// <summary>Left for another school, or by a reason of the register: died, went abroad. Closes an open dropout too.</summary>
    TransferredOut,
    Graduated,

    /// <summary>Absent so that the school fears a dropout. The student stays on the roll.</summary>
    DropoutSuspected,

    /// <summary>The suspicion was unfounded.</summary>
    SuspicionCleared,
}

public enum Sex
{
    Male,
    Female,
}

/// <summary>One step of a student's way through a school.</summary>
/// <param name="Student">The sender's pseudonymous id for the student; never a name or an identity number.</param>
/// <param name="Grade">1 to 12, as of the event's school year; null in kindergartens and where the school has one stage only.</param>
/// <param name="Reason">The register's reason, as sent; those that the catalogue's register knows change what the event means.</param>
public sealed record EnrolmentEvent(string Student, EnrolmentKind Kind, DateOnly Date, int? Grade, Sex? Sex, string? Reason);
