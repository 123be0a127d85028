using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using EduAnalytics.Domain.Submissions;

namespace EduAnalytics.Gateway.Ingest.Lines;

/// <summary>
/// One line's JSON object, read field by field without a tree in between. The first fault is kept and the reading goes on,
/// so that a line whose date is wrong still tells whose it is.
/// </summary>
internal ref struct JsonLine
{
    private const int LongestPooled = 256;
    private Utf8JsonReader json;

    /// <summary>How many names the field at hand was compared with: its format asks in the same order each time.</summary>
    private int compared;

    /// <summary>A bit for each field of the line that was read, by its place in that order.</summary>
    private uint taken;
    private uint takenWithin;

    /// <summary>The list whose object is being read; null in the line itself.</summary>
    private string? list;

    /// <param name="number">Its number in the stream, counted from 1.</param>
    /// <exception cref="JsonException">From here on wherever the line is no JSON.</exception>
    public JsonLine(ReadOnlySequence<byte> line, long number)
    {
        Place = number;
        json = line.IsSingleSegment ? new Utf8JsonReader(line.FirstSpan) : new Utf8JsonReader(line);
        if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
            throw new JsonException("no object");
    }

    /// <summary>The line's number in its stream, counted from 1.</summary>
    public long Place { get; }

    public LineFault? Fault { get; private set; }

    /// <summary>Whose line it is, told as soon as it was read: it is known then even where the rest is no JSON.</summary>
    public string? Unit { get; private set; }

    /// <summary>Whose else it may be, where it names a unit more than once; null for a line as it should be.</summary>
    public List<string>? OtherUnits { get; private set; }

    // A line that lies across two buffers has values that do.
    private readonly long ValueLength => json.HasValueSequence ? json.ValueSequence.Length : json.ValueSpan.Length;

    private readonly bool IsNull => json.TokenType == JsonTokenType.Null;

    /// <summary>Goes to the object's next field; false behind the last.</summary>
    public bool NextField()
    {
        (compared, list) = (0, null);
        json.Read();
        if (json.TokenType == JsonTokenType.PropertyName)
            return true;
        if (json.Read())
            throw new JsonException("more than one value");
        return false;
    }

    /// <summary>True where the field at hand has that name; its value is then at hand. Of one that comes twice neither value counts.</summary>
    public bool Takes(ReadOnlySpan<byte> name)
    {
        var field = 1u << compared++;
        if (!json.ValueTextEquals(name))
            return false;
        ref var before = ref list is null ? ref taken : ref takenWithin;
        if ((before & field) != 0)
            RefuseRepeated(Encoding.UTF8.GetString(name));
        before |= field;
        return json.Read();
    }

    /// <summary>Notes whose line it is. One that names two units is refused, and could be missing from either's submission.</summary>
    public string? BelongsTo(string? unit)
    {
        if (unit is not null && Unit is not null && unit != Unit)
            (OtherUnits ??= []).Add(unit);
        Unit ??= unit;
        return unit;
    }

    /// <summary>Null where the value is null or no text.</summary>
    public string? Text(string field)
    {
        if (json.TokenType == JsonTokenType.String)
            return json.GetString();
        if (!IsNull)
            Expect(field, "a text in quotes");
        return null;
    }

    /// <summary>As <see cref="Text"/>, for a field of few values.</summary>
    public string? PooledText(string field, TextPool texts)
    {
        if (json.TokenType != JsonTokenType.String || ValueLength > LongestPooled)
            return Text(field);
        Span<char> characters = stackalloc char[LongestPooled];
        return texts.Get(characters[..json.CopyString(characters)]);
    }

    /// <summary>Null where the value is null or none of the words.</summary>
    public T? Word<T>(string field)
        where T : struct, Enum
    {
        if (json.TokenType == JsonTokenType.String)
            foreach (var (utf8, value) in WordList<T>.All)
                if (json.ValueTextEquals(utf8))
                    return value;
        if (!IsNull)
            Expect(field, $"one of {WordList<T>.Expected}");
        return null;
    }

    public DateOnly? Date(string field)
    {
        Span<char> characters = stackalloc char[16];
        if (json.TokenType == JsonTokenType.String && ValueLength <= characters.Length
            && DateOnly.TryParseExact(characters[..json.CopyString(characters)], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        if (!IsNull)
            Refuse(SubmissionErrorCodes.BadDate, $"{field} is {Given()}; a date such as \"2024-05-22\" was expected.", field);
        return null;
    }

    public int? Whole(string field)
    {
        if (json.TokenType == JsonTokenType.Number && json.TryGetInt32(out var number))
            return number;
        if (!IsNull)
            Expect(field, "a whole number without quotes");
        return null;
    }

    public decimal? Number(string field)
    {
        if (json.TokenType == JsonTokenType.Number && json.TryGetDecimal(out var number))
            return number;
        if (!IsNull)
            Expect(field, "a number without quotes");
        return null;
    }

    /// <summary>Enters a list; false where there is none.</summary>
    public bool EnterList(string field)
    {
        if (json.TokenType == JsonTokenType.StartArray)
            return true;
        if (!IsNull)
            Expect(field, "a list");
        return false;
    }

    /// <summary>Enters the list's next object; false behind the last.</summary>
    public bool NextInList(string field)
    {
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (json.TokenType == JsonTokenType.StartObject)
            {
                (list, takenWithin) = (field, 0);
                return true;
            }

            Expect(field, "a list of objects");
        }

        return false;
    }

    /// <summary>Goes to the list's next word; false behind the last.</summary>
    public bool NextWord() => json.Read() && json.TokenType != JsonTokenType.EndArray;

    /// <summary>Null where the value is null or neither true nor false.</summary>
    public bool? Truth(string field)
    {
        if (json.TokenType is JsonTokenType.True or JsonTokenType.False)
            return json.GetBoolean();
        if (!IsNull)
            Expect(field, "true or false");
        return null;
    }

    /// <summary>Goes to the next field of an object within a list; false behind the last.</summary>
    public bool NextInnerField()
    {
        compared = 0;
        return json.Read() && json.TokenType == JsonTokenType.PropertyName;
    }

    /// <summary>A misspelt optional field would be lost without a word; hence a name that nobody knows is a fault.</summary>
    public void RefuseField(string expected)
    {
        var name = json.GetString();
        json.Read();
        json.Skip();
        Refuse(SubmissionErrorCodes.BadValue, $"There is no field '{name}'; the fields are {expected}.", name);
    }

    public void Refuse(string code, string message, string? field) => Fault ??= new LineFault(code, message, field);

    /// <summary>Refuses a line that lacks a field.</summary>
    public void Require(bool present, string field)
    {
        if (!present)
            Refuse(SubmissionErrorCodes.Missing, $"The line has no {field}.", field);
    }

    private void RefuseRepeated(string name)
    {
        var field = list is null ? name : $"{list}.{name}";
        Refuse(SubmissionErrorCodes.BadValue, $"{field} is given twice; give it once.", field);
    }

    private void Expect(string field, string expected)
    {
        Refuse(SubmissionErrorCodes.BadValue, $"{field} is {Given()}; {expected} was expected.", field);
        json.TrySkip();
    }

    private readonly string Given()
    {
        const int longest = 40;
        if (json.TokenType is JsonTokenType.StartArray)
            return "a list";
        if (json.TokenType is JsonTokenType.StartObject)
            return "an object";
        var text = json.TokenType == JsonTokenType.String
            ? $"\"{json.GetString()}\""
            : Encoding.UTF8.GetString(json.HasValueSequence ? json.ValueSequence.ToArray() : json.ValueSpan);
        return text.Length > longest ? $"{text[..longest]}…" : text;
    }
}
