using EduAnalytics.Domain.Standards;
using GraphQL.Types;

namespace EduAnalytics.Gateway.Schema.Standards;

/// <summary>The kinds of criterion as one word each.</summary>
internal sealed class CriterionScopeType : EnumerationGraphType
{
    public CriterionScopeType()
    {
        Name = "CriterionScope";
        Description = "Over what a criterion is taken.";
        Add("OWN_VALUE", "OWN_VALUE", "The district's own value.");
        Add("EACH_SCHOOL", "EACH_SCHOOL", "The value of every school of the stage.");
        Add("SPREAD", "SPREAD", "The variation between the schools of the stage, or the mean of several variations.");
        Add("MOST_OF", "MOST_OF", "Every school meets so many of several criteria, and stands at a share of the rest.");
    }

    public static string WordFor(CriterionScope scope) => scope switch
    {
        CriterionScope.OwnValue => "OWN_VALUE",
        CriterionScope.EachSchool => "EACH_SCHOOL",
        CriterionScope.Spread => "SPREAD",
        _ => "MOST_OF",
    };
}
