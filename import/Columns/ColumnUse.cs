using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;

namespace EduAnalytics.Import.Columns;

/// <summary>What a column is used for.</summary>
/// <param name="Code">The measure, indicator or fitness item whose values the column holds.</param>
/// <param name="Period">The period whose values it holds.</param>
/// <param name="Stage">The stage whose values it holds; null where rows say or all stages are meant.</param>
/// <param name="Scale">Every number is multiplied by it: 10000 where the column is in 万元.</param>
public sealed record ColumnUse(
    ColumnRole Role, string? Code = null, Period? Period = null, SchoolStage? Stage = null, decimal Scale = 1);

/// <summary>A column of the file with its use.</summary>
/// <param name="Index">From 0.</param>
/// <param name="Name">The letter in a workbook, else the number from 1.</param>
public sealed record PlannedColumn(int Index, string Name, string Heading, ColumnUse Use);
