using EduAnalytics.Domain.Schools.Register;

namespace EduAnalytics.Domain.Schools;

/// <summary>One step of a student's way, as kept: eight bytes, since a city keeps millions of them.</summary>
public readonly record struct EnrolmentStep
{
    private readonly byte kind;
    private readonly byte grade;

    public EnrolmentStep(DateOnly date, EnrolmentKind kind, int? grade, ReasonMeaning reason = ReasonMeaning.None)
    {
        Date = date;
        this.kind = (byte)kind;
        this.grade = (byte)(grade ?? 0);
        Reason = reason;
    }

    public DateOnly Date { get; }

    public EnrolmentKind Kind => (EnrolmentKind)kind;

    /// <summary>1 to 12; null where it was not given.</summary>
    public int? Grade => grade == 0 ? null : grade;

    public ReasonMeaning Reason { get; }

    /// <summary>Left for good and for another school, the grave or another country: no dropout.</summary>
    public bool LeavesCohort =>
        Kind == EnrolmentKind.TransferredOut || (Kind == EnrolmentKind.DroppedOut && Reason is ReasonMeaning.Deceased or ReasonMeaning.Abroad);

    public bool DropsOut => Kind == EnrolmentKind.DroppedOut && !LeavesCohort;
}
