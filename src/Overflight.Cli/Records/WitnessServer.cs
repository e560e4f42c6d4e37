using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Overflight.Cli.Running;
using Overflight.Record;
using Overflight.Record.Notes;
using Overflight.Record.Witnessing;

namespace Overflight.Cli.Records;

/// <summary>A witness over HTTP: <c>POST /add-checkpoint</c>, and <c>GET /checkpoint?origin=</c> for monitors.</summary>
internal static class WitnessServer
{
    private const int MostConnections = 256;

    public static async Task Run(Witness witness, string address, IEnumerable<NoteVerifier> keys, CancellationToken cancellation)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme != "http" || uri.AbsolutePath != "/")
            throw new UserError($"--listen {address}: give http://HOST:PORT; a proxy in front speaks https");
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(uri.GetLeftPart(UriPartial.Authority));
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = Witness.MaximumRequestLength;
            server.Limits.MaxConcurrentConnections = MostConnections;
        });
        builder.Services.Configure<Microsoft.Extensions.Hosting.HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(5));
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.MapPost("/add-checkpoint", request => Answer(request, witness));
        app.MapGet("/checkpoint", async request =>
        {
            var note = request.Request.Query["origin"] is [{ } origin] ? witness.Last(origin) : null;
            request.Response.StatusCode = note is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
            request.Response.ContentType = "text/plain; charset=utf-8";
            await request.Response.WriteAsync(note?.ToString() ?? "no checkpoint of this log was cosigned here\n");
        });
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (IOException error)
        {
            throw new UserError($"--listen {address}: {error.Message}");
        }
        foreach (var key in keys)
            Console.WriteLine(key);
        Console.WriteLine($"listening at {app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()}");
        var stopped = new TaskCompletionSource();
        using var registration = cancellation.Register(() => stopped.TrySetResult());
        using var stopping = app.Lifetime.ApplicationStopping.Register(() => stopped.TrySetResult());
        await stopped.Task;
        await app.StopAsync(CancellationToken.None);
    }

    private static async Task Answer(HttpContext context, Witness witness)
    {
        WitnessAnswer answer;
        try
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            answer = witness.AddCheckpoint(body.GetBuffer().AsSpan(0, (int)body.Length));
        }
        catch (BadHttpRequestException error)
        {
            answer = new(error.StatusCode, "the request was not read\n");
        }
        catch (Exception error) when (error is RecordException or IOException)
        {
            Console.Error.WriteLine($"overflight: {error.Message}");
            answer = new(StatusCodes.Status500InternalServerError, "this witness cannot cosign now\n");
        }
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = answer.ContentType;
        await context.Response.WriteAsync(answer.Body);
    }
}
