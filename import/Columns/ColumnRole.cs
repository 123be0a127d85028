namespace EduAnalytics.Import.Columns;

/// <summary>What a column holds.</summary>
public enum ColumnRole
{
    Ignored,

    /// <summary>The unit's code or name.</summary>
    OrgUnit,
    OrgUnitName,

    /// <summary>A measure or indicator, one a row.</summary>
    Code,
    Period,
    Stage,
    Value,
    Document,
    Section,
    Quote,

    /// <summary>Values of the measure or indicator that the heading names.</summary>
    Figure,

    /// <summary>Values for the period that the heading names.</summary>
    PeriodValue,
    Student,
    Grade,
    Sex,
    Date,
    Kind,
    Reason,
    Score,

    /// <summary>Results of the fitness item that the heading names.</summary>
    FitnessItem,
    UnitCode,
    Name,
    NameEn,
    Parent,
    Level,
    Stages,
    Synthetic,
}
