using GraphQL.Types;

namespace EduAnalytics.Gateway.Schema.Indicators;

/// <summary>The reasons for withholding a value; the words stand here until the domain has them.</summary>
internal sealed class SuppressionType : EnumerationGraphType
{
    public SuppressionType()
    {
        Name = "Suppression";
        foreach (var reason in new[] { "SMALL_COUNT", "COMPLEMENTARY", "NOT_PERMITTED" })
            Add(reason, reason);
    }
}
