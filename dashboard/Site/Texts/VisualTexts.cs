namespace EduAnalytics.Dashboard.Texts;

/// <summary>Words drawn into single kinds of plot. Where {0} is an indicator's name, a title names the plot's subject.</summary>
public sealed record VisualTexts
{
    /// <summary>Of a status map of several groups of indicators.</summary>
    public required string StatusMapTitle { get; init; }

    /// <summary>{0} the group's name.</summary>
    public required string StatusMapOfGroup { get; init; }

    public required string StripTitle { get; init; }

    public required string OneSchool { get; init; }

    public required string Outlier { get; init; }

    public required string Box { get; init; }

    /// <summary>{0} how many.</summary>
    public required string OutliersUnnamed { get; init; }

    public required string FunnelTitle { get; init; }

    public required string Numerator { get; init; }

    public required string Denominator { get; init; }

    public required string LowerLimit { get; init; }

    public required string UpperLimit { get; init; }

    public required string Place { get; init; }

    /// <summary>{0} the rate.</summary>
    public required string AllTogether { get; init; }

    public required string InnerLimit { get; init; }

    public required string OuterLimit { get; init; }

    public required string Within { get; init; }

    public required string Between { get; init; }

    public required string Outside { get; init; }

    /// <summary>{0} how many.</summary>
    public required string Withheld { get; init; }

    /// <summary>{0} how many.</summary>
    public required string OutsideUnnamed { get; init; }

    public required string SlopeTitle { get; init; }

    public required string Difference { get; init; }

    public required string Course { get; init; }

    public required string Better { get; init; }

    public required string Worse { get; init; }

    public required string Level { get; init; }

    public required string OtherUnits { get; init; }

    public required string WaterfallTitle { get; init; }

    /// <summary>{0} how many units have what it takes in both periods, {1} and {2} the periods.</summary>
    public required string WaterfallBasis { get; init; }

    public required string Total { get; init; }

    public required string Rise { get; init; }

    public required string Fall { get; init; }

    public required string CutAxis { get; init; }

    /// <summary>What of a rate's change comes from people moving between units with other rates.</summary>
    public required string Shift { get; init; }

    /// <summary>{0} how many.</summary>
    public required string Rest { get; init; }

    public required string TreeTitle { get; init; }

    public required string Share { get; init; }
}
