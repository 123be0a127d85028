using System.Text.Json;
using EduAnalytics.Domain.Fitness;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Schools;

namespace EduAnalytics.Import.Lines;

/// <summary>What a row came to, as the bulk API takes it.</summary>
public abstract record ImportLine
{
    /// <summary>Writes the line's JSON object, with the fields that the API names.</summary>
    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        WriteFields(json);
        json.WriteEndObject();
    }

    /// <summary>The line with where it stood; one of records, of which nobody keeps it, as it is.</summary>
    internal virtual ImportLine At(string file, long row) => this;

    private protected abstract void WriteFields(Utf8JsonWriter json);

    private protected static void WriteOptional(Utf8JsonWriter json, string name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
            json.WriteString(name, text);
    }

    private protected static void WriteDate(Utf8JsonWriter json, string name, DateOnly date)
    {
        Span<char> text = stackalloc char[10];
        date.TryFormat(text, out var length, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        json.WriteString(name, text[..length]);
    }
}

public sealed record FigureLine(OrgUnitId OrgUnit, Source Source, Figure Figure) : ImportLine
{
    internal override ImportLine At(string file, long row) => this with { Figure = Figure with { Place = new FigurePlace(file, row) } };

    private protected override void WriteFields(Utf8JsonWriter json)
    {
        json.WriteString("orgUnit", OrgUnit.Code);
        json.WriteString("document", Source.Document);
        WriteOptional(json, "section", Source.Section);
        json.WriteString("code", Figure.Code);
        json.WriteString("period", Figure.Period.ToString());
        if (Figure.Stage is { } stage)
            json.WriteString("stage", ApiWords.Of(stage));
        json.WriteNumber("value", Figure.Value);
        WriteOptional(json, "quote", Figure.Quote);
        if (Figure.Place is not { } place)
            return;
        json.WriteString("file", place.File);
        json.WriteNumber("line", place.Line);
    }
}

public sealed record EnrolmentLine(OrgUnitId School, EnrolmentEvent Event) : ImportLine
{
    private protected override void WriteFields(Utf8JsonWriter json)
    {
        json.WriteString("school", School.Code);
        json.WriteString("student", Event.Student);
        json.WriteString("kind", ApiWords.Of(Event.Kind));
        WriteDate(json, "date", Event.Date);
        if (Event.Grade is { } grade)
            json.WriteNumber("grade", grade);
        if (Event.Sex is { } sex)
            json.WriteString("sex", ApiWords.Of(sex));
        WriteOptional(json, "reason", Event.Reason);
    }
}

public sealed record FitnessLine(OrgUnitId School, FitnessResult Result) : ImportLine
{
    private protected override void WriteFields(Utf8JsonWriter json)
    {
        json.WriteString("school", School.Code);
        json.WriteString("student", Result.Student);
        WriteDate(json, "testedOn", Result.TestedOn);
        json.WriteNumber("grade", Result.Grade);
        json.WriteString("sex", ApiWords.Of(Result.Sex));
        if (Result.Score is { } score)
            json.WriteNumber("score", score);
        if (Result.Items is not { } items)
            return;
        json.WriteStartArray("items");
        foreach (var item in items)
        {
            json.WriteStartObject();
            json.WriteString("item", item.Item);
            json.WriteNumber("value", item.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}

public sealed record OrgUnitLine(OrgUnit Unit) : ImportLine
{
    private protected override void WriteFields(Utf8JsonWriter json)
    {
        json.WriteString("code", Unit.Id.Code);
        json.WriteString("name", Unit.Name);
        WriteOptional(json, "nameEn", Unit.NameEn);
        WriteOptional(json, "parent", Unit.Parent?.Code);
        json.WriteString("level", ApiWords.Of(Unit.Level));
        json.WriteStartArray("stages");
        foreach (var stage in Unit.Stages)
            json.WriteStringValue(ApiWords.Of(stage));
        json.WriteEndArray();
        json.WriteBoolean("synthetic", Unit.Synthetic);
    }
}
