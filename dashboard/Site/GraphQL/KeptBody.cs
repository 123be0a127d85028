namespace EduAnalytics.Dashboard.GraphQL;

/// <summary>The body of a request, which can be read once, held so that it can be sent more than once.</summary>
/// <param name="most">How many bytes are held; one more is refused.</param>
internal sealed class KeptBody(int most) : MemoryStream
{
    /// <summary>Whether more came than is held, so that what is here is not the whole.</summary>
    public bool IsTooLong { get; private set; }

    public HttpContent AsContent() => new ByteArrayContent(GetBuffer(), 0, (int)Length);

    /// <exception cref="IOException">It would be more than is held.</exception>
    public override void Write(byte[] buffer, int offset, int count)
    {
        IsTooLong |= Length + count > most;
        if (IsTooLong)
            throw new IOException($"The body is longer than {most} bytes.");
        base.Write(buffer, offset, count);
    }
}
