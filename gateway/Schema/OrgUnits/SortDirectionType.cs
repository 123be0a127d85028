using EduAnalytics.Gateway.Queries;
using GraphQL.Types;

namespace EduAnalytics.Gateway.Schema.OrgUnits;

/// <summary>HotChocolate's words, shorter than ours.</summary>
internal sealed class SortDirectionType : EnumerationGraphType
{
    public SortDirectionType()
    {
        Name = "SortDirection";
        Add("ASC", SortDirection.Ascending);
        Add("DESC", SortDirection.Descending);
    }
}
