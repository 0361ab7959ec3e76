from django.db import migrations

import core.access.models
import core.languages
import core.media
import django.core.validators
import django.db.models.deletion
import modelcluster.fields
import modelsearch.index
import taggit.managers
import uuid
import wagtail.fields
import wagtail.images.models
import wagtail.models.media
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('taggit', '0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx'),
        ('wagtailcore', '0097_baselogentry_uuid_action_timestamp_indexes'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='CachePurge',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('tags', models.JSONField(verbose_name='tags')),
                ('created', models.DateTimeField(db_index=True, verbose_name='created')),
            ],
            options={
                'verbose_name': 'cache purge',
                'verbose_name_plural': 'cache purges',
            },
        ),
        migrations.CreateModel(
            name='Community',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('slug', models.SlugField(help_text='Stable name in addresses and imports. Do not change it.', max_length=80, unique=True, verbose_name='key')),
                ('created', models.DateTimeField(auto_now_add=True)),
                ('updated', models.DateTimeField(auto_now=True)),
                ('order', models.PositiveSmallIntegerField(default=0, verbose_name='order')),
            ],
            options={
                'verbose_name': 'municipal community',
                'verbose_name_plural': 'municipal communities',
                'ordering': ['order', 'slug'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='DayKey',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField(unique=True)),
                ('secret', models.BinaryField(default=core.access.models.new_secret, max_length=32)),
            ],
        ),
        migrations.CreateModel(
            name='DocumentType',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('slug', models.SlugField(help_text='Stable name in addresses and imports. Do not change it.', max_length=80, unique=True, verbose_name='key')),
                ('created', models.DateTimeField(auto_now_add=True)),
                ('updated', models.DateTimeField(auto_now=True)),
                ('order', models.PositiveSmallIntegerField(default=0, verbose_name='order')),
            ],
            options={
                'verbose_name': 'kind of document',
                'verbose_name_plural': 'kinds of documents',
                'ordering': ['order', 'slug'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Need',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('slug', models.SlugField(help_text='Stable name in addresses and imports. Do not change it.', max_length=80, unique=True, verbose_name='key')),
                ('created', models.DateTimeField(auto_now_add=True)),
                ('updated', models.DateTimeField(auto_now=True)),
                ('order', models.PositiveSmallIntegerField(default=0, verbose_name='order')),
                ('icon', models.CharField(blank=True, max_length=30, verbose_name='icon')),
                ('finder_answer', models.PositiveSmallIntegerField(blank=True, help_text='Empty: not a tile of the home page.', null=True, verbose_name='place among the first questions')),
                ('sensitive', models.BooleanField(default=False, help_text='Its pages get a quick exit.', verbose_name='sensitive')),
                ('vital', models.BooleanField(default=False, help_text='A mistake can harm: what serves it is checked every 30 days.', verbose_name='vital')),
            ],
            options={
                'verbose_name': 'need',
                'verbose_name_plural': 'needs',
                'ordering': ['order', 'slug'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='SpokenLanguage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('slug', models.SlugField(help_text='Stable name in addresses and imports. Do not change it.', max_length=80, unique=True, verbose_name='key')),
                ('created', models.DateTimeField(auto_now_add=True)),
                ('updated', models.DateTimeField(auto_now=True)),
                ('order', models.PositiveSmallIntegerField(default=0, verbose_name='order')),
                ('own_name', models.CharField(help_text='As its speakers write it.', max_length=60, verbose_name='own name')),
                ('sign', models.BooleanField(default=False, verbose_name='sign language')),
            ],
            options={
                'verbose_name': 'spoken language',
                'verbose_name_plural': 'spoken languages',
                'ordering': ['order', 'slug'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='TargetGroup',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('slug', models.SlugField(help_text='Stable name in addresses and imports. Do not change it.', max_length=80, unique=True, verbose_name='key')),
                ('created', models.DateTimeField(auto_now_add=True)),
                ('updated', models.DateTimeField(auto_now=True)),
                ('order', models.PositiveSmallIntegerField(default=0, verbose_name='order')),
                ('law', models.CharField(choices=[('vulnerable', 'vulnerable group'), ('special', 'special group'), ('none', 'not named by the law')], default='none', max_length=12, verbose_name='in law 4430/2016')),
            ],
            options={
                'verbose_name': 'target group',
                'verbose_name_plural': 'target groups',
                'ordering': ['order', 'slug'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Topic',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('slug', models.SlugField(help_text='Stable name in addresses and imports. Do not change it.', max_length=80, unique=True, verbose_name='key')),
                ('created', models.DateTimeField(auto_now_add=True)),
                ('updated', models.DateTimeField(auto_now=True)),
                ('order', models.PositiveSmallIntegerField(default=0, verbose_name='order')),
            ],
            options={
                'verbose_name': 'topic',
                'verbose_name_plural': 'topics',
                'ordering': ['order', 'slug'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='HubDocument',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=255, verbose_name='title')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='created at')),
                ('file_size', models.PositiveBigIntegerField(editable=False, null=True)),
                ('file_hash', models.CharField(blank=True, editable=False, max_length=40)),
                ('file', models.FileField(storage=core.media.document_storage, upload_to='documents', verbose_name='file')),
                ('language', models.CharField(choices=core.languages.choices, default='el', max_length=10, verbose_name='language of the document')),
                ('pages', models.PositiveIntegerField(blank=True, help_text='Counted by itself when the file is a PDF.', null=True, verbose_name='pages')),
                ('accessible', models.CharField(choices=[('yes', 'accessible'), ('no', 'not accessible'), ('unknown', 'not checked')], default='unknown', max_length=10, verbose_name='accessibility')),
                ('sha256', models.CharField(blank=True, db_index=True, editable=False, max_length=64)),
                ('collection', models.ForeignKey(default=wagtail.models.media.get_root_collection_id, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='wagtailcore.collection', verbose_name='collection')),
                ('tags', taggit.managers.TaggableManager(blank=True, help_text=None, through='taggit.TaggedItem', to='taggit.Tag', verbose_name='tags')),
                ('uploaded_by_user', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, to=settings.AUTH_USER_MODEL, verbose_name='uploaded by user')),
            ],
            options={
                'verbose_name': 'document',
                'verbose_name_plural': 'documents',
                'abstract': False,
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='DocumentText',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sha256', models.CharField(max_length=64)),
                ('state', models.CharField(choices=[('read', 'read'), ('unreadable', 'could not be read')], max_length=10)),
                ('headings', models.JSONField(default=list)),
                ('named', models.JSONField(default=list)),
                ('comments', models.PositiveIntegerField(default=0)),
                ('is_signed', models.BooleanField(default=False)),
                ('read_at', models.DateTimeField()),
                ('document', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='text', to='core.hubdocument')),
            ],
        ),
        migrations.CreateModel(
            name='DocumentPage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('text', models.TextField(blank=True)),
                ('method', models.CharField(choices=[('text', 'as it stands'), ('repaired', 'repaired'), ('broken', 'letters mapped wrongly'), ('none', 'no text')], max_length=10)),
                ('score', models.FloatField()),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='text_pages', to='core.hubdocument')),
            ],
            options={
                'ordering': ['document', 'number'],
            },
        ),
        migrations.CreateModel(
            name='HubImage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=255, verbose_name='title')),
                ('file', wagtail.images.models.WagtailImageField(height_field='height', upload_to=wagtail.images.models.get_upload_to, verbose_name='file', width_field='width')),
                ('width', models.IntegerField(editable=False, verbose_name='width')),
                ('height', models.IntegerField(editable=False, verbose_name='height')),
                ('created_at', models.DateTimeField(auto_now_add=True, db_index=True, verbose_name='created at')),
                ('focal_point_x', models.PositiveIntegerField(blank=True, null=True)),
                ('focal_point_y', models.PositiveIntegerField(blank=True, null=True)),
                ('focal_point_width', models.PositiveIntegerField(blank=True, null=True)),
                ('focal_point_height', models.PositiveIntegerField(blank=True, null=True)),
                ('file_size', models.PositiveIntegerField(editable=False, null=True)),
                ('file_hash', models.CharField(blank=True, db_index=True, editable=False, max_length=40)),
                ('description', models.CharField(help_text='What the picture shows, for readers who do not see it. Not “picture of …”.', max_length=255, verbose_name='description')),
                ('credit', models.CharField(blank=True, help_text='Who made it, as it is printed below the picture.', max_length=200, verbose_name='credit')),
                ('rights', models.CharField(blank=True, help_text='Licence or permission, for example “CC BY 4.0” or the date of the written permission.', max_length=300, verbose_name='rights')),
                ('collection', models.ForeignKey(default=wagtail.models.media.get_root_collection_id, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='wagtailcore.collection', verbose_name='collection')),
                ('tags', taggit.managers.TaggableManager(blank=True, help_text=None, through='taggit.TaggedItem', to='taggit.Tag', verbose_name='tags')),
                ('uploaded_by_user', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, to=settings.AUTH_USER_MODEL, verbose_name='uploaded by user')),
            ],
            options={
                'verbose_name': 'image',
                'verbose_name_plural': 'images',
                'abstract': False,
            },
            bases=(wagtail.images.models.ImageFileMixin, modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='HubRendition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('filter_spec', models.CharField(db_index=True, max_length=255)),
                ('file', wagtail.images.models.WagtailImageField(height_field='height', storage=wagtail.images.models.get_rendition_storage, upload_to=wagtail.images.models.get_rendition_upload_to, width_field='width')),
                ('width', models.IntegerField(editable=False)),
                ('height', models.IntegerField(editable=False)),
                ('focal_point_key', models.CharField(blank=True, default='', editable=False, max_length=16)),
                ('image', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='renditions', to='core.hubimage')),
            ],
            bases=(wagtail.images.models.ImageFileMixin, models.Model),
        ),
        migrations.CreateModel(
            name='HubSettings',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('phone', models.CharField(blank=True, max_length=16, validators=[django.core.validators.RegexValidator('^(\\+[1-9]\\d{7,14}|\\d{3,6})$', 'Write the number with the country code and without spaces, for example +302100000000, or a short number.', code='phone')], verbose_name='phone of the hub')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='e-mail of the hub')),
                ('emergency_number', models.CharField(default='112', max_length=16, validators=[django.core.validators.RegexValidator('^(\\+[1-9]\\d{7,14}|\\d{3,6})$', 'Write the number with the country code and without spaces, for example +302100000000, or a short number.', code='phone')], verbose_name='emergency number')),
                ('short_numbers', models.CharField(blank=True, help_text='Numbers that may be called without an area code, separated by spaces.', max_length=300, verbose_name='national short numbers')),
                ('time_zone', models.CharField(default='Europe/Athens', max_length=40, verbose_name='time zone')),
                ('exit_url', models.URLField(default='https://www.wikipedia.org/', help_text='A neutral page, for example a weather forecast.', verbose_name='quick exit goes to')),
                ('content_licence', models.CharField(default='CC BY 4.0', max_length=60, verbose_name='licence of the content')),
                ('licence_url', models.URLField(blank=True, default='https://creativecommons.org/licenses/by/4.0/', verbose_name='address of the licence')),
                ('site', models.OneToOneField(editable=False, on_delete=django.db.models.deletion.CASCADE, to='wagtailcore.site')),
            ],
            options={
                'verbose_name': 'the hub',
            },
        ),
        migrations.CreateModel(
            name='HubWords',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('language', models.CharField(choices=core.languages.choices, max_length=8, verbose_name='language')),
                ('name', models.CharField(help_text='The header shows about 34 letters in two lines.', max_length=60, verbose_name='name')),
                ('city', models.CharField(max_length=60, verbose_name='city')),
                ('claim', models.CharField(blank=True, max_length=80, verbose_name='claim')),
                ('operator', models.CharField(blank=True, max_length=160, verbose_name='operator')),
                ('address', models.CharField(blank=True, max_length=200, verbose_name='address')),
                ('phone_note', models.CharField(blank=True, help_text='When it answers, or whose line it is.', max_length=160, verbose_name='beside the phone')),
                ('data_notice', models.CharField(blank=True, help_text='Shown beside facts, for example in a demo.', max_length=200, verbose_name='notice about the data')),
                ('footer', wagtail.fields.StreamField([('group', 6)], blank=True, block_lookup={0: ('wagtail.blocks.CharBlock', (), {'label': 'Heading', 'max_length': 40}), 1: ('wagtail.blocks.CharBlock', (), {'label': 'Words', 'max_length': 60}), 2: ('wagtail.blocks.PageChooserBlock', (), {'label': 'Page', 'required': False}), 3: ('wagtail.blocks.CharBlock', (), {'help_text': 'For what is no page, for example /open-data/; the language is put before it.', 'label': 'Address', 'max_length': 500, 'required': False, 'validators': [django.core.validators.RegexValidator('^(/(?!/)\\S*|https?://\\S+)$', 'Write an address that begins with https://, or one of this site that begins with /.', code='address')]}), 4: ('wagtail.blocks.StructBlock', [[('title', 1), ('page', 2), ('url', 3)]], {}), 5: ('wagtail.blocks.ListBlock', (4,), {'label': 'Links', 'max_num': 12, 'min_num': 1}), 6: ('wagtail.blocks.StructBlock', [[('title', 0), ('links', 5)]], {})}, verbose_name='groups of links in the footer')),
                ('fault_page', models.ForeignKey(blank=True, help_text='The footer leads there; without it to the e-mail of the hub, else to its phone.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.page', verbose_name='page to tell of a fault')),
                ('history_page', models.ForeignKey(blank=True, help_text='The quick exit leads there: plain steps for common browsers, in this language.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.page', verbose_name='page on deleting the history')),
                ('hub', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='words', to='core.hubsettings')),
            ],
            options={
                'ordering': ['pk'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='NeedWords',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('language', models.CharField(choices=core.languages.choices, max_length=8, verbose_name='language')),
                ('name', models.CharField(max_length=120, verbose_name='name')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='in plain words')),
                ('term', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='words', to='core.need')),
            ],
            options={
                'ordering': ['pk'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='OutgoingMail',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('kind', models.SlugField(max_length=60, verbose_name='kind')),
                ('to', models.EmailField(max_length=254, verbose_name='to')),
                ('subject', models.CharField(max_length=200, verbose_name='subject')),
                ('text', models.TextField(verbose_name='text')),
                ('html', models.TextField(blank=True, verbose_name='HTML')),
                ('language', models.CharField(max_length=10, verbose_name='language')),
                ('unsubscribe_url', models.URLField(blank=True, max_length=500, verbose_name='address to unsubscribe')),
                ('state', models.CharField(choices=[('waiting', 'waiting'), ('sent', 'sent'), ('refused', 'refused by the mail server')], default='waiting', max_length=10, verbose_name='state')),
                ('attempts', models.PositiveIntegerField(default=0, verbose_name='attempts')),
                ('last_problem', models.CharField(blank=True, max_length=200, verbose_name='last problem')),
                ('created', models.DateTimeField(verbose_name='written')),
                ('claimed', models.DateTimeField(blank=True, null=True, verbose_name='being sent since')),
                ('sent', models.DateTimeField(blank=True, null=True, verbose_name='sent')),
            ],
            options={
                'verbose_name': 'letter',
                'verbose_name_plural': 'outbox',
                'ordering': ('pk',),
                'indexes': [models.Index(fields=['state', 'id'], name='core_mail_state')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('sent__isnull', False), ('state', 'sent')), models.Q(models.Q(('state', 'sent'), _negated=True), ('sent__isnull', True)), _connector='OR'), name='core_mail_sent_has_moment', violation_error_message='A letter is sent exactly when it has the moment of sending.'), models.CheckConstraint(condition=models.Q(models.Q(('subject__contains', '\n'), _negated=True), models.Q(('subject__contains', '\r'), _negated=True)), name='core_mail_subject_one_line', violation_error_message='The subject is one line.')],
            },
        ),
        migrations.CreateModel(
            name='Spending',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('limit', models.CharField(max_length=40)),
                ('key', models.CharField(max_length=64)),
                ('began', models.DateTimeField()),
                ('times', models.PositiveIntegerField(default=0)),
            ],
            options={
                'constraints': [models.UniqueConstraint(models.F('limit'), models.F('key'), name='core_spending_once')],
            },
        ),
        migrations.CreateModel(
            name='SpokenLanguageWords',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('language', models.CharField(choices=core.languages.choices, max_length=8, verbose_name='language')),
                ('name', models.CharField(max_length=120, verbose_name='name')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='in plain words')),
                ('term', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='words', to='core.spokenlanguage')),
            ],
            options={
                'ordering': ['pk'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='TargetGroupWords',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('language', models.CharField(choices=core.languages.choices, max_length=8, verbose_name='language')),
                ('name', models.CharField(max_length=120, verbose_name='name')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='in plain words')),
                ('term', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='words', to='core.targetgroup')),
            ],
            options={
                'ordering': ['pk'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='TopicWords',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('language', models.CharField(choices=core.languages.choices, max_length=8, verbose_name='language')),
                ('name', models.CharField(max_length=120, verbose_name='name')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='in plain words')),
                ('term', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='words', to='core.topic')),
            ],
            options={
                'ordering': ['pk'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='UsedProof',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('digest', models.CharField(max_length=64, unique=True)),
                ('used', models.DateTimeField()),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('digest', ''), _negated=True), name='core_proof_has_digest')],
            },
        ),
        migrations.CreateModel(
            name='CommunityWords',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('language', models.CharField(choices=core.languages.choices, max_length=8, verbose_name='language')),
                ('name', models.CharField(max_length=120, verbose_name='name')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='in plain words')),
                ('neighbourhoods', models.CharField(blank=True, max_length=300, verbose_name='neighbourhoods')),
                ('term', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='words', to='core.community')),
            ],
            options={
                'ordering': ['pk'],
                'abstract': False,
                'constraints': [models.UniqueConstraint(models.F('term'), models.F('language'), name='community_words_once_a_language')],
            },
        ),
        migrations.CreateModel(
            name='DocumentTypeWords',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('language', models.CharField(choices=core.languages.choices, max_length=8, verbose_name='language')),
                ('name', models.CharField(max_length=120, verbose_name='name')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='in plain words')),
                ('term', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='words', to='core.documenttype')),
            ],
            options={
                'ordering': ['pk'],
                'abstract': False,
                'constraints': [models.UniqueConstraint(models.F('term'), models.F('language'), name='document_type_words_once_a_language')],
            },
        ),
        migrations.CreateModel(
            name='GonePage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('address', models.CharField(max_length=500)),
                ('tree_path', models.CharField(max_length=255)),
                ('site', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='wagtailcore.site')),
            ],
            options={
                'constraints': [models.UniqueConstraint(models.F('site'), models.F('address'), name='core_gone_page_once')],
            },
        ),
        migrations.AddConstraint(
            model_name='hubdocument',
            constraint=models.CheckConstraint(condition=models.Q(('pages__isnull', True), ('pages__gte', 1), _connector='OR'), name='core_document_pages_at_least_one', violation_error_message='A document has at least one page. Leave the field empty if unknown.'),
        ),
        migrations.AddConstraint(
            model_name='documentpage',
            constraint=models.UniqueConstraint(models.F('document'), models.F('number'), name='core_document_page_once'),
        ),
        migrations.AddConstraint(
            model_name='documentpage',
            constraint=models.CheckConstraint(condition=models.Q(('number__gte', 1)), name='core_document_page_from_one'),
        ),
        migrations.AddConstraint(
            model_name='documentpage',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('method', 'none'), _negated=True), ('text', ''), _connector='OR'), name='core_document_page_none_is_empty'),
        ),
        migrations.AddConstraint(
            model_name='hubrendition',
            constraint=models.UniqueConstraint(fields=('image', 'filter_spec', 'focal_point_key'), name='core_rendition_once'),
        ),
        migrations.AddConstraint(
            model_name='hubwords',
            constraint=models.UniqueConstraint(models.F('hub'), models.F('language'), name='hub_words_once_a_language'),
        ),
        migrations.AddConstraint(
            model_name='needwords',
            constraint=models.UniqueConstraint(models.F('term'), models.F('language'), name='need_words_once_a_language'),
        ),
        migrations.AddConstraint(
            model_name='spokenlanguagewords',
            constraint=models.UniqueConstraint(models.F('term'), models.F('language'), name='language_words_once_a_language'),
        ),
        migrations.AddConstraint(
            model_name='targetgroupwords',
            constraint=models.UniqueConstraint(models.F('term'), models.F('language'), name='group_words_once_a_language'),
        ),
        migrations.AddConstraint(
            model_name='topicwords',
            constraint=models.UniqueConstraint(models.F('term'), models.F('language'), name='topic_words_once_a_language'),
        ),
    ]
