namespace Overflight.Record.Witnessing;

/// <summary>What a witness answers over HTTP (C2SP tlog-witness).</summary>
/// <param name="Status">200, or 400, 403, 404, 409, 422.</param>
/// <param name="Body">The cosignature lines; the size of the last checkpoint cosigned (409); or why not.</param>
/// <param name="ContentType">The body's media type.</param>
public sealed record WitnessAnswer(int Status, string Body, string ContentType = "text/plain; charset=utf-8");
