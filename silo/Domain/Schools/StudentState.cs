using EduAnalytics.Domain.Schools.Register;

namespace EduAnalytics.Domain.Schools;

/// <summary>Where a student stands by the last step up to a day.</summary>
public enum StudentState
{
    Enrolled,

    /// <summary>On the roll, and feared to drop out.</summary>
    Suspected,
    DroppedOut,

    /// <summary>On the roll again after dropping out.</summary>
    Returned,
    TransferredOut,
    Graduated,
    Deceased,
    Abroad,
}

public static class StudentStates
{
    public static StudentState After(EnrolmentStep step) => step.Kind switch
    {
        EnrolmentKind.DropoutSuspected => StudentState.Suspected,
        EnrolmentKind.Returned => StudentState.Returned,
        EnrolmentKind.Graduated => StudentState.Graduated,
        EnrolmentKind.TransferredOut or EnrolmentKind.DroppedOut when step.Reason == ReasonMeaning.Deceased => StudentState.Deceased,
        EnrolmentKind.TransferredOut or EnrolmentKind.DroppedOut when step.Reason == ReasonMeaning.Abroad => StudentState.Abroad,
        EnrolmentKind.TransferredOut => StudentState.TransferredOut,
        EnrolmentKind.DroppedOut => StudentState.DroppedOut,
        _ => StudentState.Enrolled,
    };

    public static bool IsOnRoll(this StudentState state) => state is StudentState.Enrolled or StudentState.Suspected or StudentState.Returned;
}
