namespace EduAnalytics.Domain.Submissions;

/// <summary>The words by which programs tell refusals apart. Part of the public contract: add, never rename.</summary>
public static class SubmissionErrorCodes
{
    public const string UnknownOrgUnit = "UNKNOWN_ORG_UNIT";
    public const string UnknownCode = "UNKNOWN_CODE";
    public const string WrongPeriod = "WRONG_PERIOD";
    public const string WrongStage = "WRONG_STAGE";
    public const string WrongLevel = "WRONG_LEVEL";
    public const string BadValue = "BAD_VALUE";
    public const string BadDate = "BAD_DATE";
    public const string FutureDate = "FUTURE_DATE";
    public const string Missing = "MISSING";
    public const string Repeated = "REPEATED_LINE";
    public const string Empty = "EMPTY_SUBMISSION";
    public const string TooLarge = "SUBMISSION_TOO_LARGE";

    /// <summary>The id was used before for other content.</summary>
    public const string IdReused = "SUBMISSION_ID_REUSED";
    public const string AlreadyEnrolled = "ALREADY_ENROLLED";
    public const string NotEnrolled = "NOT_ENROLLED";
    public const string NotDroppedOut = "NOT_DROPPED_OUT";
    public const string NotSuspected = "NOT_SUSPECTED";
    public const string AlreadySuspected = "ALREADY_SUSPECTED";

    /// <summary>The register has the student as deceased.</summary>
    public const string Deceased = "DECEASED";
    public const string OutOfOrder = "OUT_OF_ORDER";

    /// <summary>Raw test items are given, whose scoring tables the catalogue does not hold.</summary>
    public const string ItemsNotScored = "ITEMS_NOT_SCORED";

    /// <summary>The finding named does not stand, or nobody has acknowledged it.</summary>
    public const string UnknownFinding = "UNKNOWN_FINDING";

    /// <summary>The finding's numbers are not those that its reader saw.</summary>
    public const string FindingChanged = "FINDING_CHANGED";

    /// <summary>Not a page of the dashboard that a view can keep.</summary>
    public const string BadAddress = "BAD_ADDRESS";
    public const string NameTooLong = "NAME_TOO_LONG";

    /// <summary>Another view of the same owner has the name.</summary>
    public const string NameTaken = "NAME_TAKEN";
    public const string TooManyViews = "TOO_MANY_VIEWS";
    public const string TooManyPinned = "TOO_MANY_PINNED";

    /// <summary>The reader has no such view.</summary>
    public const string UnknownView = "UNKNOWN_VIEW";

    /// <summary>The sender's role does not allow it to send this for that unit.</summary>
    public const string Forbidden = "FORBIDDEN";

    /// <summary>
    /// The store could not be written; whether the submission was kept may be unknown. Sent again under its id it counts once.
    /// </summary>
    public const string StoreUnavailable = "STORE_UNAVAILABLE";

    /// <summary>The store is damaged and must be restored; sending again does not help.</summary>
    public const string StoreDamaged = "STORE_DAMAGED";
}
