using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Domain.Schools.Counting;

/// <summary>Is told of every change to a school's counts, as it happens.</summary>
internal interface ICountListener
{
    void OnTally(TallyKey key, int by);

    /// <summary>A roll changed from a month on.</summary>
    void OnRoll(RollKind roll, SchoolStage stage, int month, int by);
}
